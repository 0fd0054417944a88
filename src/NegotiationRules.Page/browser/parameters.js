// Sliders for the parameters, with a track that shows which value leads to which outcomes.
import { byId, element, refill } from './element.js';

const day = number => new Date((number - 719162) * 86400000).toISOString().slice(0, 10);
const shownAt = (parameter, at) => parameter.kind === 'date' ? day(at) : `${+(+at).toFixed(4)}`;
const jsonAt = (parameter, at) => parameter.kind === 'date' ? day(at) : +(+at).toFixed(4);

/** The sliders. `change(name, value)`: another value is wanted, as JSON; undefined for that of the file. `flips`: answers by name. */
export function showParameters(parameters, flips, change) {
  const part = byId('parameters-part');
  part.hidden = parameters.length === 0;
  const names = parameters.map(parameter => `${parameter.name} ${parameter.kind} ${parameter.most}`).join('\n');
  if (part.dataset.names !== names) {
    part.dataset.names = names;
    refill(byId('parameters'), parameters.map(parameter => rowOf(parameter, change)));
  }
  parameters.forEach((parameter, i) => update(byId('parameters').children[i], parameter, flips.get(parameter.name), change));
}

function rowOf(parameter, change) {
  const id = `parameter-${encodeURIComponent(parameter.name)}`;
  const control = parameter.kind === 'boolean'
    ? element('input', { type: 'checkbox', id, onchange: event => change(parameter.name, event.target.checked) })
    : parameter.kind === 'other' ? undefined
      : element('input', { type: 'range', id, min: parameter.least, max: parameter.most, step: parameter.step, oninput: event => change(parameter.name, jsonAt(parameter, event.target.value)) });
  return element('div', { className: 'parameter' }, element(control ? 'label' : 'span', control && { for: id }, parameter.name),
    element('div', { className: 'track' }, control, element('div', { className: 'flips', 'aria-hidden': 'true' })), element('output', control && { for: id }),
    element('p', { className: 'aside' }));
}

function update(row, parameter, flips, change) {
  const [control, output, aside, track] = [row.querySelector('input'), row.querySelector('output'), row.querySelector('.aside'), row.querySelector('.flips')];
  const isChanged = parameter.value !== parameter.written;
  if (control?.type === 'checkbox') {
    control.checked = parameter.value === 'true';
  } else if (control && document.activeElement !== control) {
    control.value = parameter.at;
  }
  const text = parameter.kind === 'other' || parameter.kind === 'boolean' ? parameter.value : shownAt(parameter, parameter.at);
  control?.setAttribute('aria-valuetext', text);
  refill(output, text.length > 12 ? `${text.slice(0, 11)}…` : text, isChanged
    ? element('button', { type: 'button', 'data-key': 'back', title: `back to ${parameter.written}`, 'aria-label': `${parameter.name} back to ${parameter.written}`, onclick: () => change(parameter.name, undefined) }, '↺') : undefined);
  const parts = flips?.parts ?? [];
  track.replaceChildren(...parts.map((part, i) => element('i', { className: markOf(part.outcomes), style: `flex: ${Math.max(0.001, (parts[i + 1]?.from ?? parameter.most) - part.from)}`, title: part.outcomes ?? 'not allowed' })));
  refill(aside, sentences(parameter.description, ...turnsOf(parts, parameter)));
}

const sentences = (...all) => all.filter(Boolean).map(text => /[.!?…]$/.test(text) ? text : `${text}.`).join(' ');

// Between which values it may lie, and what changes where.
function turnsOf(parts, parameter) {
  const allowed = parts.filter(part => part.outcomes !== undefined);
  const turns = allowed.slice(1).map((part, i) => `${changeOf(allowed[i].outcomes, part.outcomes)} from ${shownAt(parameter, part.from)}`);
  const bounds = [parts[0]?.outcomes === undefined && allowed[0] && `from ${shownAt(parameter, allowed[0].from)}`, parts.at(-1)?.outcomes === undefined && allowed.length > 0 && `up to ${shownAt(parameter, allowed.at(-1).to)}`].filter(Boolean);
  return [bounds.length > 0 && `It may be ${bounds.join(' ')}`, turns.length > 0 && `The verdict turns: ${turns.join('; ')}`, parts.length > 0 && turns.length === 0 && 'No stage turns on it here'];
}

function markOf(outcomes) {
  return outcomes === undefined ? 'note' : outcomes.includes(': invalid') ? 'violated' : outcomes.includes(': undetermined') ? 'unknown' : 'satisfied';
}

// Only the stages that come out otherwise are named.
const changeOf = (before, after) => after.split(', ').filter((stage, i) => stage !== before.split(', ')[i]).join(', ');
