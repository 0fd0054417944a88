// Shows the Markdown that describes a rule set: headings, lists, tables, quotes, bold words, code and blocks of it. Anything else stays the text that it is.
import { element } from './element.js';

const inline = text => text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*|\[[^\]]+\]\([^)]+\)|\\.)/).map(part => {
  switch (part[0]) {
    case '`': return part.length > 2 ? element('code', {}, part.slice(1, -1)) : part;
    case '*': return part.startsWith('**') ? element('strong', {}, inline(part.slice(2, -2))) : part.length > 2 ? element('em', {}, part.slice(1, -1)) : part;
    case '\\': return part.slice(1);
    case '[': {
      const [, words, address] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part) ?? [];
      return address === undefined ? part : /^https?:/.test(address) ? element('a', { href: address, rel: 'noopener' }, inline(words)) : words;
    }
    default: return part;
  }
}).flat();

const cells = line => line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map(cell => inline(cell.trim().replaceAll('\\|', '|')));

/** The elements of a text. */
export function shown(markdown) {
  const [made, lines] = [[], markdown.split('\n')];
  let lists = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line.startsWith('```')) {
      const end = lines.findIndex((other, at) => at > i && other.startsWith('```'));
      made.push(element('pre', {}, element('code', {}, lines.slice(i + 1, end < 0 ? lines.length : end).join('\n'))));
      i = end < 0 ? lines.length : end;
      continue;
    }
    const heading = /^(#{1,5}) (.*)$/.exec(line);
    const item = /^( *)(?:[-*]|\d+\.) (.*)$/.exec(line);
    if (item) {
      const depth = item[1].length;
      lists = lists.filter(list => list.depth <= depth);
      if (lists.at(-1)?.depth !== depth) {
        const list = element('ul');
        (lists.at(-1)?.list.lastElementChild ?? { append: one => made.push(one) }).append(list);
        lists.push({ depth, list });
      }
      lists.at(-1).list.append(element('li', {}, inline(item[2])));
      continue;
    }
    if (line.trim() && lists.length > 0 && line.startsWith('  ')) {
      lists.at(-1).list.lastElementChild.append(' ', ...inline(line.trim()));
      continue;
    }
    lists = [];
    if (heading) {
      made.push(element(`h${Math.min(heading[1].length + 1, 6)}`, {}, inline(heading[2])));
    } else if (line.startsWith('|') && /^\|[\s:|-]+\|?$/.test(lines[i + 1] ?? '')) {
      const rows = [];
      const head = cells(line);
      for (i += 2; lines[i]?.startsWith('|'); i++) {
        rows.push(element('tr', {}, cells(lines[i]).map(cell => element('td', {}, cell))));
      }
      i--;
      made.push(element('table', {}, element('thead', {}, element('tr', {}, head.map(cell => element('th', { scope: 'col' }, cell)))), element('tbody', {}, rows)));
    } else if (line.startsWith('> ')) {
      made.push(element('blockquote', {}, inline(line.slice(2))));
    } else if (line.trim()) {
      made.push(element('p', {}, inline(line)));
    }
  }
  return made;
}
