// What it would take: each way with a button that takes it.
import { badge, byId, element, refill } from './element.js';

/** The ways for each stage. `apply(edits, text)` takes one; `select(path)`: a fact was chosen. */
export function showRemedies(advice, apply, select) {
  byId('remedies-part').hidden = advice.length === 0;
  refill(byId('remedies'), advice.map(({ stage, answer }) => [
    element('h3', {}, stage.name, ' ', badge(stage.mark, stage.outcome)),
    ...answer === undefined ? [element('p', { className: 'aside' }, 'looking for what would help …')] : linesOf(stage, answer, apply, select),
  ]));
}

function linesOf(stage, answer, apply, select) {
  const [ways, escapes] = [answer.remedies.filter(way => !way.escape), answer.remedies.filter(way => way.escape)];
  const lead = ways.length > 1 ? 'Each of these is enough:' : ways.length === 1 ? answer.all ? 'Only this is enough:' : 'This is enough:' : undefined;
  return [
    answer.settled && element('p', { className: 'aside' }, `Whatever is found out, it is ${answer.settled}.`),
    lead && element('p', { className: 'aside' }, lead),
    listOf(ways, stage, apply),
    answer.more > 0 && element('p', { className: 'aside' }, `and ${answer.more} more ${answer.more === 1 ? 'way' : 'ways'}`),
    answer.whyNone && element('p', { className: 'aside' }, `Nothing helps: ${answer.whyNone}.`),
    answer.notDecided && element('p', { className: 'aside' }, `Whether there ${ways.length > 0 ? 'are others' : 'is a way'} is not decided: ${answer.notDecided}.`),
    escapes.length > 0 && element('p', { className: 'aside' }, 'A way out, not a solution:'),
    listOf(escapes, stage, apply),
    answer.questions.length > 0 && element('p', { className: 'aside' }, 'Ask first: ', answer.questions.flatMap((question, i) => [i > 0 ? '; ' : '',
      element('button', { type: 'button', className: 'fact', onclick: () => select(question.path) }, question.text)])),
  ];
}

const listOf = (ways, stage, apply) => ways.length > 0 && element('ul', { className: 'ways' }, ways.map((way, i) => element('li', {},
  element('span', {}, way.text, (way.by.length > 0 || way.effects.length > 0) && element('small', {}, [
    way.by.length > 0 && `up to ${way.by.join(way.several ? ' or ' : ' and ')}`, ...way.effects].filter(Boolean).join('; '))),
  element('button', { type: 'button', className: 'apply', 'data-key': `apply ${stage.stage} ${i}`, 'aria-label': `Apply: ${way.text}`, onclick: () => apply(way.edits, way.text) }, 'Apply'))));
