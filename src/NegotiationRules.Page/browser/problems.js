// What is wrong with the files, in words, each with its cure where there is one.
import { byId, element, refill } from './element.js';

/** The list. `go(found)` shows the place; `apply(cure)` makes the edits of one. */
export function showProblems(found, go, apply) {
  byId('problems').hidden = found.length === 0;
  refill(byId('problems'), element('ul', {}, found.slice(0, 50).map((one, i) => element('li', {},
    element('button', { type: 'button', className: `where ${one.severity === 'error' ? 'violated' : 'warning'}`, 'data-key': `problem ${i}`, onclick: () => go(one) }, `${one.file}:${one.line} ${one.severity} ${one.code}`),
    ' ', one.message, one.help && element('div', { className: 'help' }, one.help),
    one.cures.length > 0 && element('div', { className: 'cures' }, one.cures.map((cure, at) =>
      element('button', { type: 'button', className: 'apply', 'data-key': `cure ${i} ${at}`, 'aria-label': `Apply to ${one.code}: ${textOf(cure)}`, onclick: () => apply(cure) }, textOf(cure))))))));
}

function textOf(cure) {
  const texts = cure.map(edit => edit.text.trim()).filter(Boolean);
  return texts.length === 0 ? 'Take it out' : texts.join(' ').length > 48 ? 'Apply' : `Write ${texts.join(' … ')}`;
}
