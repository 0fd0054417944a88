// What became of the scenario: each stage with what decides it, and a card for each rule.
import { badge, byId, element, refill, sign, signOf } from './element.js';

/** The stages, with what decides each in a line; above them a remark, if there is one. */
export function showStages(stages, remark) {
  refill(byId('stages'), remark, stages.map(stage => element('div', { className: `stage ${stage.mark}` },
    element('b', {}, sign(stage), stage.text, stage.score ? element('small', {}, ` score ${stage.score}`) : undefined),
    stage.decides.length > 0 && element('ul', {}, stage.decides.map(line =>
      element('li', {}, line.rule ? element('a', { href: `#${idOf(line.rule)}`, 'data-key': `line ${line.rule}` }, line.text) : line.text))))));
}

const idOf = rule => `rule-${encodeURIComponent(rule)}`;

/** The choices of whose rules, and of which outcomes, cards are shown; `change` is called with what was chosen. */
export function showFilters(stages, filter, change) {
  const cards = stages.flatMap(stage => stage.cards);
  const counted = of => [...cards.reduce((all, card) => all.set(of(card), (all.get(of(card)) ?? 0) + 1), new Map())].filter(([value]) => value);
  const group = (name, legend, counts) => counts.length > 1 && element('fieldset', { className: 'filters' }, element('legend', {}, legend),
    [['', 'all'], ...counts.map(([value, count]) => [value, `${value} ${count}`])].map(([value, text]) => element('label', {},
      element('input', { type: 'radio', name, value, checked: filter[name] === value, 'data-key': `${name} ${value}`, onchange: () => change({ ...filter, [name]: value }) }), text)));
  refill(byId('filters'), group('outcome', 'Outcome', counted(card => card.outcome)), group('holder', 'Whose', counted(card => card.holder)));
}

/** The cards. `toggle(rule, open)`: one was opened or closed. `select(path)`: a fact was chosen. `find(card)`: the rule itself is wanted. */
export function showCards(stages, filter, toggle, select, find) {
  const fits = card => (!filter.outcome || card.outcome === filter.outcome) && (!filter.holder || card.holder === filter.holder);
  refill(byId('cards'), stages.map(stage => {
    const cards = stage.cards.filter(fits);
    return cards.length > 0 && element('section', { 'aria-label': stage.name }, element('h3', {}, stage.name, ' ', badge(stage.mark, stage.outcome)),
      cards.map(card => cardOf(card, toggle, select, find)));
  }));
}

function cardOf(card, toggle, select, find) {
  const made = element('details', { className: `rule ${card.mark}`, id: idOf(card.rule), open: card.open },
    element('summary', { 'data-key': `card ${card.rule}`, ...card.sources.length > 0 && { onmouseenter: event => showSource(event.currentTarget, card), onmouseleave: hideSource, onfocus: event => event.currentTarget.matches(':focus-visible') && showSource(event.currentTarget, card), onblur: hideSource } },
      element('b', {}, element('bdi', {}, card.name)), element('span', { className: `badge ${card.mark}` }, element('span', { 'aria-hidden': 'true' }, `${signOf(card.mark)} `), card.outcome),
      card.remarks.length > 0 && element('span', { className: 'remarks' }, card.remarks.join(' · '))),
    card.why ? bodyOf(card, select, find) : element('div', { className: 'body aside' }, '…'));
  // The browser tells of the state that it was made with, too.
  made.addEventListener('toggle', () => made.open !== card.open && toggle(card.rule, made.open));
  return made;
}

function bodyOf(card, select, find) {
  const [reason, why] = card.why.children?.[0]?.mark === 'reason' ? [card.why.children[0], card.why.children.slice(1)] : [undefined, card.why.children ?? []];
  return element('div', { className: 'body' },
    reason && element('p', { className: 'reason-text', lang: reason.language, dir: 'auto' }, reason.text),
    listOf(why, select), sourcesOf(card.why.sources),
    element('p', { className: 'aside' }, element('button', { type: 'button', className: 'inrules', 'data-key': `find ${card.rule}`, onclick: () => find(card) }, 'show in the rules')));
}

const listOf = (lines, select) => lines?.length > 0 && element('ul', { className: 'why' }, lines.map(line => element('li', { className: line.mark },
  sign(line), line.facts?.length > 0 ? element('button', { type: 'button', className: 'fact', title: `select ${line.facts[0]} in the scenario`, onclick: () => select(line.facts[0]) }, line.text) : line.text,
  listOf(line.children, select), sourcesOf(line.sources))));

const sourcesOf = sources => sources?.map(source => element('figure', {}, source.quote && element('blockquote', {}, `“${source.quote}”`), captionOf(source)));

function captionOf(source) {
  const document = source.document ?? source.url;
  const cited = /^https?:\/\//.test(source.url ?? '') ? element('a', { href: source.url, rel: 'noopener' }, document) : document;
  const parts = [source.speaker, cited, source.article].filter(Boolean).flatMap((part, i) => i > 0 ? [', ', part] : [part]);
  return parts.length > 0 && element('figcaption', {}, parts);
}

// Where the rule comes from, beside its card.
function showSource(head, card) {
  hideSource();
  if (head.parentElement.open) {
    return;
  }
  const made = element('div', { id: 'source', role: 'tooltip' }, card.sources.map(source => element('p', { style: 'margin: 0' }, source)));
  document.body.append(made);
  head.setAttribute('aria-describedby', 'source');
  const place = head.getBoundingClientRect();
  made.style.left = `${Math.max(8, Math.min(place.left, innerWidth - made.offsetWidth - 8))}px`;
  made.style.top = `${place.bottom + made.offsetHeight + 8 < innerHeight ? place.bottom + 4 : Math.max(4, place.top - made.offsetHeight - 4)}px`;
}

export function hideSource() {
  byId('source')?.remove();
  document.querySelector('[aria-describedby="source"]')?.removeAttribute('aria-describedby');
}
