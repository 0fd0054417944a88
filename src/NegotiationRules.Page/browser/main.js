// The page: what is chosen, what is asked when something changes, and who shows the answers.
import { showComparison } from './comparison.js';
import { answerFrom, ask, askLater, forget } from './desk.js';
import { Editors } from './editors.js';
import { byId, element, refill } from './element.js';
import { filesOf, rulesOf, scenariosOf, served, shippedFiles, shippedSets, shownName, testsOf } from './folder.js';
import { pack, unpack } from './link.js';
import { shown } from './markdown.js';
import { showParameters } from './parameters.js';
import { showProblems } from './problems.js';
import { showRemedies } from './remedies.js';
import { showTests } from './tests.js';
import { hideSource, showCards, showFilters, showStages } from './verdict.js';
import { zip } from './zip.js';

const state = { set: '', files: {}, original: {}, rules: '', scenario: '', vocabulary: '', tests: '', with: '', parameters: {}, opened: new Set(), closed: new Set(), filter: { outcome: '', holder: '' } };
let seen = {};
let advice = [];
let flips = new Map();
let testsFound = [];
let folder = 0;
let changes = 0;
let isLooking = false;
let moved;
let sets = [];

const editors = new Editors([['rules', 'Rules'], ['scenario', 'Scenario'], ['vocabulary', 'Vocabulary'], ['tests', 'Tests']], {
  changed: edited, complete: (path, offset) => ask({ ask: 'complete', ...asked(), path, offset }), hover: (path, offset) => ask({ ask: 'hover', ...asked(), path, offset }),
});

answerFrom(() => state.files);

const say = text => { byId('said').textContent = text; };
const asked = more => ({ folder, rules: state.rules, scenario: state.scenario, vocabulary: state.vocabulary, parameters: state.parameters, opened: [...state.opened], closed: [...state.closed], ...more });

/** Something changed: the verdict is looked at anew, at once if nothing is under way, else when that is answered. */
async function look(parameter) {
  document.body.dataset.changes = ++changes;
  moved = isLooking && moved !== parameter ? undefined : parameter;
  forget();
  if (isLooking) {
    return;
  }
  isLooking = true;
  for (let at = -1; at !== changes;) {
    at = changes;
    const answer = await ask({ ask: 'look', ...asked() });
    if (at === changes) {
      show(() => showLook(answer));
    }
  }
  isLooking = false;
}

/** Shows something above the editors or beside them, and leaves the one that somebody writes in where it is. */
function show(part) {
  const panel = document.activeElement?.closest('.panel');
  const before = panel?.getBoundingClientRect().top;
  part();
  if (panel) {
    scrollBy(0, panel.getBoundingClientRect().top - before);
  }
}

function showLook(answer) {
  seen = { ...answer, stages: answer.stages ?? [], parameters: answer.parameters ?? (answer.diagnostics?.length > 0 ? seen.parameters ?? [] : []) };
  if (answer.fault) {
    say(`The rules could not be evaluated: ${answer.fault}.`);
  }
  byId('name').textContent = answer.name ?? shownName(state.rules);
  document.title = `${answer.name ?? shownName(state.rules)} – NegotiationRules`;
  const outcome = byId('outcome');
  outcome.className = `badge ${answer.mark ?? 'violated'}`;
  const errors = (answer.diagnostics ?? []).filter(found => found.severity === 'error');
  const files = [...new Set(errors.map(found => found.file))];
  const count = `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`;
  outcome.textContent = answer.outcome === undefined ? count : answer.before ? `${answer.outcome} before the mistake` : answer.outcome;
  outcome.title = `in ${answer.took} ms`;
  outcome.dataset.took = answer.took;
  if (answer.vocabulary && answer.vocabulary !== state.vocabulary) {
    state.vocabulary = answer.vocabulary;
    openVocabulary();
  }
  byId('verdict').classList.toggle('before', Boolean(answer.stages && answer.before));
  if (answer.stages) {
    showStages(seen.stages, answer.before && element('p', { className: 'mistake' }, `${files.join(' and ')} ${files.length > 1 ? 'have' : 'has'} ${count}. Until that is mended, this is the verdict of the rules as they were before, on the scenario as it is now. `, toProblems()));
  } else {
    refill(byId('stages'), element('p', { className: 'stage violated' }, `There is no verdict: ${answer.none ?? 'nothing could be evaluated'}. `, toProblems()));
  }
  for (const part of ['why-part', 'remedies-part', 'comparison-part']) {
    byId(part).hidden = !answer.stages;
  }
  showCardsNow();
  // Where a parameter turns the verdict hangs on all but its own value.
  flips = new Map([...flips].filter(([name]) => name === moved));
  showParameters(seen.parameters, flips, change);
  showFound();
  askRest();
}

const toProblems = () => element('button', { type: 'button', className: 'fact', 'data-key': 'to problems', onclick: () => byId('problems').querySelector('button')?.click() }, 'Show where');

function showCardsNow() {
  hideSource();
  showFilters(seen.stages, state.filter, filter => { state.filter = filter; showCardsNow(); });
  showCards(seen.stages, state.filter, toggle, select, card => go({ file: card.file, start: placeOf(card), length: 0 }));
}

// Rules before a mistake stood elsewhere in the text.
function placeOf(card) {
  const name = JSON.stringify(card.rule).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const now = seen.before ? state.files[card.file]?.search(new RegExp(`"id"\\s*:\\s*${name}`)) ?? -1 : -1;
  return now < 0 ? card.start : now;
}

/** What may come later than the verdict: what would help, where it flips, the tests, the other scenario. */
async function askRest() {
  const at = changes;
  const isNew = () => at !== changes;
  // Who works on it need not have seen the rules before a mistake.
  const isWhole = !seen.before;
  advice = seen.stages.filter(stage => isWhole && ['violated', 'unknown', 'pending'].includes(stage.mark)).map(stage => ({ stage, answer: undefined }));
  showRemedies(advice, take, select);
  for (const one of advice) {
    one.answer = await askLater(asked({ ask: 'advise', stage: one.stage.stage }));
    if (isNew()) {
      return;
    }
    one.answer = one.answer.fault ? { remedies: [], questions: [], notDecided: one.answer.fault } : one.answer;
    show(() => showRemedies(advice, take, select));
  }
  if (state.with && seen.stages.length > 0 && isWhole) {
    const answer = await askLater(asked({ ask: 'compare', with: state.with }));
    if (isNew()) {
      return;
    }
    show(() => showComparison(answer, shownName(state.with)));
  } else {
    showComparison(undefined);
  }
  if (state.tests) {
    const answer = await askLater({ ask: 'test', tests: state.tests });
    if (isNew()) {
      return;
    }
    testsFound = answer.diagnostics ?? [];
    show(() => showTests(answer, line => go({ file: state.tests, line })));
    showFound();
  } else {
    showTests(undefined);
  }
  for (const parameter of seen.parameters.filter(one => isWhole && one.least !== undefined && !flips.has(one.name))) {
    const answer = await askLater(asked({ ask: 'flips', parameter: parameter.name }));
    if (isNew()) {
      return;
    }
    flips.set(parameter.name, answer);
    show(() => showParameters(seen.parameters, flips, change));
  }
  document.body.dataset.settled = changes;
}

function showFound() {
  const found = [...seen.diagnostics ?? [], ...testsFound.filter(one => !seen.diagnostics?.some(other => other.file === one.file && other.start === one.start && other.code === one.code))];
  editors.mark(found, makeEdits);
  showProblems(found, go, makeEdits);
}

function edited(path, text) {
  if (state.files[path] !== text) {
    state.files[path] = text;
    showUnsaved();
    look();
  }
}

/** Makes edits of several files, from the end of each. */
function makeEdits(edits) {
  for (const edit of [...edits].sort((a, b) => b.start - a.start)) {
    const text = state.files[edit.file];
    if (text !== undefined) {
      state.files[edit.file] = text.slice(0, edit.start) + edit.text + text.slice(edit.start + edit.length);
    }
  }
  for (const path of new Set(edits.map(edit => edit.file))) {
    editors.write(path, state.files[path]);
  }
  showUnsaved();
  look();
}

function take(edits, text) {
  makeEdits(edits);
  editors.choose('scenario');
  say(`Taken: ${text}. Undo in the scenario takes it back.`);
}

function change(name, value) {
  const { [name]: _, ...others } = state.parameters;
  state.parameters = value === undefined ? others : { ...others, [name]: value };
  look(name);
}

function toggle(rule, isOpen) {
  (isOpen ? state.opened : state.closed).add(rule);
  (isOpen ? state.closed : state.opened).delete(rule);
  const card = seen.stages.flatMap(stage => stage.cards).find(one => one.rule === rule);
  card.open = isOpen;
  if (isOpen && !card.why) {
    look();
  }
}

async function select(path) {
  const place = await ask({ ask: 'place', scenario: state.scenario, path });
  if (place.start !== undefined) {
    editors.select(state.scenario, place.start, place.whole ? place.length : 1);
    say(place.whole ? '' : `${path} is not stated; this is what it would stand in.`);
  }
}

function go(found) {
  if (state.files[found.file] === undefined) {
    return;
  }
  const start = found.start ?? state.files[found.file].split('\n').slice(0, found.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
  if (!editors.select(found.file, start, found.length ?? 0)) {
    editors.open(kindOf(found.file), found.file, state.files[found.file]);
    editors.select(found.file, start, found.length ?? 0);
    showFound();
  }
}

const kindOf = path => ['rules', 'scenario', 'vocabulary', 'tests'].find(kind => path.endsWith(`.${kind}.json`)) ?? 'rules';

// What is chosen.

function openAll() {
  for (const kind of ['rules', 'scenario', 'tests']) {
    editors.open(kind, state[kind], state.files[state[kind]], { tests: 'These rules have no tests file.', scenario: 'There is no scenario.' }[kind]);
  }
  openVocabulary();
}

function openVocabulary() {
  editors.open('vocabulary', state.vocabulary, state.files[state.vocabulary], 'The rules use the built-in vocabulary, negotiation.');
}

const option = (value, text, chosen) => element('option', { value, selected: value === chosen }, text);

function fillChoices() {
  const rules = served ? rulesOf(state.files, '').map(path => option(path, path.replace('.rules.json', ''), state.rules))
    : sets.flatMap(set => set.rules.map((path, i) => option(`${set.name} ${path}`, i === 0 ? set.name : `${set.name}: ${shownName(path)}`, `${state.set} ${state.rules}`)));
  const isOwn = !served && !sets.some(set => set.name === state.set);
  refill(byId('set'), isOwn && option(`${state.set} ${state.rules}`, state.set || shownName(state.rules), `${state.set} ${state.rules}`), rules);
  const scenarios = scenariosOf(state.files, state.rules);
  refill(byId('scenario'), scenarios.map(path => option(path, shownName(path), state.scenario)));
  refill(byId('with'), option('', 'nothing', state.with), scenarios.map(path => option(path, shownName(path), state.with)));
}

function chooseRules(path, more = {}) {
  const scenarios = scenariosOf(state.files, path);
  Object.assign(state, {
    rules: path, scenario: scenarios.find(one => /as-reported|postponed|khan/.test(one)) ?? scenarios[0] ?? '', tests: testsOf(state.files, path) ?? '',
    vocabulary: filesOf(state.files, 'vocabulary')[0] ?? '', with: '', parameters: {}, opened: new Set(), closed: new Set(), filter: { outcome: '', holder: '' }, ...more,
  });
  [testsFound, flips] = [[], new Map()];
  say('');
  fillChoices();
  openAll();
  look();
}

async function openFiles(set, files, rules, more) {
  folder++;
  Object.assign(state, { set, files: { ...files }, original: { ...files } });
  chooseRules(rules ?? rulesOf(files, set)[0] ?? '', more);
  showUnsaved();
}

async function openSet(name, rules) {
  document.body.dataset.changes = ++changes;
  await openFiles(name, await shippedFiles(name), rules);
}

byId('set').onchange = event => {
  const [set, rules] = event.target.value.includes(' ') ? event.target.value.split(' ') : [state.set, event.target.value];
  history.replaceState(null, '', location.pathname);
  set === state.set ? chooseRules(rules) : openSet(set, rules);
};
byId('scenario').onchange = event => {
  Object.assign(state, { scenario: event.target.value, opened: new Set(), closed: new Set() });
  editors.open('scenario', state.scenario, state.files[state.scenario]);
  say('');
  look();
};
byId('with').onchange = event => {
  state.with = event.target.value;
  look();
};

// What is taken away: a link, a folder, a description.

byId('link').onclick = async () => {
  const shipped = sets.some(set => set.name === state.set);
  const files = Object.fromEntries(Object.entries(state.files).filter(([path, text]) => !shipped || state.original[path] !== text));
  const { set, rules, scenario, parameters } = state;
  const address = new URL(`#s=${await pack({ set: shipped ? set : '', rules, scenario, parameters, with: state.with, files })}`, location.href).href;
  history.replaceState(null, '', address);
  try {
    await navigator.clipboard.writeText(address);
    say(`The link is copied (${address.length} characters). It holds ${Object.keys(files).length === 0 ? 'what is chosen' : 'your files'}; whoever opens it sees this page.`);
  } catch {
    say('The link stands in the address bar; this browser lets no page copy it.');
  }
};

byId('download').onclick = async () => {
  const name = state.set || shownName(state.rules) || 'rules';
  const files = Object.fromEntries(Object.entries(state.files).map(([path, text]) => [`${name}/${path}`, text]));
  const address = URL.createObjectURL(await zip(files));
  element('a', { href: address, download: `${name}.zip` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  say(`${name}.zip holds all ${Object.keys(files).length} files; unpack it and try: negotiate test ${name}`);
};

byId('describe').onclick = async () => {
  const { markdown } = await ask({ ask: 'describe', rules: state.rules });
  byId('described').replaceChildren(...markdown ? shown(markdown) : [element('p', {}, 'Rules that have errors cannot be described.')]);
  byId('description').showModal();
  byId('description').scrollTop = 0;
};

// A folder of this machine.

const isUnsaved = path => served && state.files[path] !== state.original[path];

function showUnsaved() {
  if (served) {
    const count = Object.keys(state.files).filter(isUnsaved).length;
    byId('save').disabled = count === 0;
    byId('save').textContent = count > 1 ? `Save ${count} files` : 'Save';
  }
}

async function save() {
  for (const path of Object.keys(state.files).filter(isUnsaved)) {
    const text = state.files[path];
    const fault = await served.save(path, text);
    if (fault) {
      say(`${path} could not be saved: ${fault}`);
      return;
    }
    state.original[path] = text;
    say(`${path} is saved.`);
  }
  showUnsaved();
}

function changedOnDisk(path, text) {
  if (state.original[path] === (text ?? undefined)) {
    return;
  }
  if (isUnsaved(path)) {
    state.original[path] = text ?? '';
    say(`${path} was changed on disk, too; what you have here is kept, and Save puts it there.`);
    return;
  }
  if (text === null) {
    delete state.files[path];
    delete state.original[path];
  } else {
    state.files[path] = state.original[path] = text;
    editors.write(path, text);
  }
  if (state.files[state.rules] === undefined || state.files[state.scenario] === undefined) {
    chooseRules(state.files[state.rules] === undefined ? rulesOf(state.files)[0] ?? '' : state.rules);
  } else {
    fillChoices();
    look();
  }
}

// What lies in the folder and is not here, so that nobody looks for it in vain.
function showLeftOut(lines) {
  byId('left-out')?.remove();
  if (lines.length > 0) {
    byId('said').after(element('div', { id: 'left-out', role: 'status' }, 'Left out of this folder:', element('ul', {}, lines.map(line => element('li', {}, line)))));
  }
}

async function start() {
  document.addEventListener('desk-fault', event => say(`The part that evaluates rules did not start: ${event.detail}.`));
  if (served) {
    byId('link').after(element('button', { type: 'button', id: 'save', onclick: save }, 'Save'));
    addEventListener('keydown', event => (event.ctrlKey || event.metaKey) && event.key === 's' && (event.preventDefault(), save()));
    addEventListener('beforeunload', event => Object.keys(state.files).some(isUnsaved) && event.preventDefault());
    const { name, files, leftOut } = await served.files();
    await openFiles(name, files);
    openNamed();
    addEventListener('hashchange', openNamed);
    showLeftOut(leftOut);
    served.follow(changedOnDisk, showLeftOut);
    return;
  }
  sets = await shippedSets();
  await openFromAddress();
  addEventListener('hashchange', () => location.hash.startsWith('#s=') && openFromAddress());
  if ('serviceWorker' in navigator && isSecureContext && !document.querySelector('meta[name="negotiate-token"]')) {
    navigator.serviceWorker.register('offline.js');
  }
}

// The file that an editor names, with the rules that it is about.
function openNamed() {
  const path = location.hash.startsWith('#open=') ? decodeURIComponent(location.hash.slice('#open='.length)) : '';
  if (state.files[path] === undefined) {
    return;
  }
  const isAbout = rules => path === rules || path === testsOf(state.files, rules) || scenariosOf(state.files, rules).includes(path);
  const all = rulesOf(state.files, '');
  const rules = isAbout(state.rules) ? state.rules : all.find(isAbout) ?? state.rules;
  const more = path.endsWith('.scenario.json') ? { scenario: path } : {};
  if (rules !== state.rules || more.scenario && more.scenario !== state.scenario) {
    chooseRules(rules, more);
  }
}

async function openFromAddress() {
  const linked = location.hash.startsWith('#s=') ? await unpack(location.hash.slice(3)) : undefined;
  const set = linked?.set || (linked ? undefined : 'security-guarantees');
  const shipped = set && sets.some(one => one.name === set) ? await shippedFiles(set) : {};
  const more = linked && { scenario: linked.scenario, parameters: linked.parameters ?? {}, with: linked.with ?? '' };
  await openFiles(set ?? '', { ...shipped, ...linked?.files }, linked?.rules, more);
  state.original = shipped;
  if (location.hash.startsWith('#s=') && !linked) {
    say('The link is not whole, so nothing of it could be opened.');
  }
}

start();
