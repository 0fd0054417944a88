// Two scenarios side by side: which facts are others, and what comes out otherwise.
import { byId, element, refill } from './element.js';

export function showComparison(answer, name) {
  byId('comparison-part').hidden = answer === undefined;
  if (answer === undefined) {
    return;
  }
  byId('compared').textContent = name;
  if (answer.fault) {
    refill(byId('comparison'), element('p', { className: 'aside' }, answer.fault));
    return;
  }
  const table = (head, rows) => rows.length > 0 && element('table', {}, element('thead', {}, element('tr', {}, [head, 'here', name].map(text => element('th', { scope: 'col' }, text)))),
    element('tbody', {}, rows.map(row => element('tr', {}, element('th', { scope: 'row' }, row.name), element('td', {}, row.before ?? '–'), element('td', {}, row.after ?? '–')))));
  refill(byId('comparison'), table('Stage', answer.stages), table('Rule', answer.rules), table('Fact', answer.facts),
    answer.facts.length === 0 && element('p', { className: 'aside' }, 'Both state the same facts.'));
}
