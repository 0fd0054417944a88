// The cases of the tests file, the failed ones first.
import { byId, element, refill, sign } from './element.js';

const most = 200;

export function showTests(answer, go) {
  byId('tests-part').hidden = answer?.cases === undefined;
  if (answer?.cases === undefined) {
    return;
  }
  const count = byId('tests-count');
  count.className = `badge ${answer.failed > 0 ? 'violated' : 'satisfied'}`;
  count.textContent = answer.failed > 0 ? `${answer.failed} of ${answer.passed + answer.failed} failed` : `${answer.passed} passed`;
  const sorted = [...answer.cases.filter(one => !one.passed), ...answer.cases.filter(one => one.passed)];
  const rows = sorted.slice(0, most).map(one => element('div', { className: `case ${one.passed ? 'satisfied' : 'violated'}` },
    sign({ mark: one.passed ? 'satisfied' : 'violated' }), element('button', { type: 'button', className: 'fact', onclick: () => go(one.line) }, one.name),
    !one.passed && one.differences.map(difference => element('small', {}, difference)), one.deviation && element('small', {}, `known to differ: ${one.deviation}`)));
  refill(byId('tests'), element('details', { open: answer.failed > 0 }, element('summary', { 'data-key': 'cases' }, answer.failed > 0 ? 'Cases, the failed ones first' : 'Cases'), rows,
    sorted.length > most && element('p', { className: 'aside' }, `and ${sorted.length - most} more`)));
}
