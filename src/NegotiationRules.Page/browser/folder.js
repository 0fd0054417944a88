// Where the files come from: a rule set that comes with the page, a link, or the folder that `negotiate serve` was given.

const get = async path => {
  const answer = await fetch(path);
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  return answer.json();
};

/** The names of the rule sets that come with the page, with their rule files. */
export const shippedSets = () => get('sets/index.json');

/** The files of one of them, by path. */
export const shippedFiles = set => get(`sets/${encodeURIComponent(set)}.json`);

const token = document.querySelector('meta[name="negotiate-token"]')?.content;

/** The folder on this machine; undefined where the page is a page like any other. */
export const served = token && {
  files: () => get('folder'),
  async save(path, text) {
    const answer = await fetch(`file?path=${encodeURIComponent(path)}`, { method: 'PUT', headers: { 'X-Negotiate-Token': token, 'Content-Type': 'text/plain; charset=utf-8' }, body: text });
    return answer.ok ? undefined : await answer.text() || `${answer.status}`;
  },
  /** changed(path, text): a file is another on disk; text is null if it is gone. leftOut(lines): other files than before are not opened, and why. */
  follow(changed, leftOut) {
    new EventSource('changes').addEventListener('message', event => {
      const { path, text, leftOut: lines } = JSON.parse(event.data);
      lines ? leftOut(lines) : changed(path, text);
    });
  },
};

const endings = { rules: '.rules.json', scenario: '.scenario.json', vocabulary: '.vocabulary.json', tests: '.tests.json' };

/** The paths of one kind. */
export const filesOf = (files, kind) => Object.keys(files).filter(path => path.endsWith(endings[kind])).sort();

const folderOf = path => path.slice(0, path.lastIndexOf('/') + 1);
const nameOf = path => path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]+\.json$/, '');

/** What a file is called in a choice of several. */
export const shownName = path => nameOf(path);

/** The scenarios of a rule file: those in its folder and in the one below it; all if there are none. */
export function scenariosOf(files, rules) {
  const all = filesOf(files, 'scenario');
  const own = all.filter(path => folderOf(path) === folderOf(rules) || folderOf(path) === `${folderOf(rules)}scenarios/`);
  return own.length > 0 ? own : all;
}

/** The tests of a rule file: those that name it. */
export const testsOf = (files, rules) => filesOf(files, 'tests').find(path => folderOf(path) === folderOf(rules) && nameOf(path) === nameOf(rules));

/** The rule files of a folder, that of the folder's own name first. */
export function rulesOf(files, folder = '') {
  return filesOf(files, 'rules').sort((a, b) => (nameOf(b) === folder) - (nameOf(a) === folder) || a.split('/').length - b.split('/').length || a.localeCompare(b));
}
