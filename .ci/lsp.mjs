// lsp.mjs CLIENT COMMAND...: drives the language server that COMMAND starts with the client library in the folder CLIENT, as an editor does.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';

const [client, command, ...args] = process.argv.slice(2);
const require = createRequire(join(resolve(client), 'node_modules', 'here.js'));
const lsp = require('vscode-languageserver-protocol/node');

const folder = mkdtempSync(join(tmpdir(), 'negotiate-lsp-'));
cpSync('rules/security-guarantees', folder, { recursive: true });
const uriOf = name => pathToFileURL(join(folder, name)).href;
const textOf = name => readFileSync(join(folder, name), 'utf8');

const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
const ended = new Promise(done => server.on('exit', code => done(code)));
const connection = lsp.createProtocolConnection(new lsp.StreamMessageReader(server.stdout), new lsp.StreamMessageWriter(server.stdin));
const found = new Map();
const waiting = [];
const shown = [];
connection.onNotification(lsp.PublishDiagnosticsNotification.type, one => {
  found.set(one.uri, one.diagnostics);
  for (const wait of waiting.splice(0)) if (!(wait.uri === one.uri && wait.isIt(one.diagnostics) && (wait.done(one.diagnostics), true))) waiting.push(wait);
});
connection.onNotification(lsp.ShowMessageNotification.type, one => shown.push(one.message));
connection.onNotification(lsp.LogMessageNotification.type, one => { throw new Error(one.message); });
connection.onRequest(lsp.CodeLensRefreshRequest.type, () => null);
connection.onRequest(lsp.InlayHintRefreshRequest.type, () => null);
connection.listen();

// What is told of a file from now on, once it is what is awaited.
const told = (uri, isIt = () => true) => new Promise((done, fail) => {
  const late = setTimeout(() => fail(new Error(`nothing is told of ${uri}; so far: ${JSON.stringify(found.get(uri))}`)), 30000);
  waiting.push({ uri, isIt, done: all => { clearTimeout(late); done(all); } });
});
const ask = (type, params) => connection.sendRequest(type, params);
const positionAt = (text, offset) => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1).length };
};
const at = (text, piece, behind = 1) => positionAt(text, text.indexOf(piece) + behind);
const inDocument = (uri, position) => ({ textDocument: { uri }, position });
const open = async (name, text = textOf(name)) => {
  const [uri, first] = [uriOf(name), told(uriOf(name))];
  await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'json', version: 1, text } });
  return { uri, text, version: 1, first: await first };
};
const write = async (document, piece, other) => {
  const start = document.text.indexOf(piece);
  assert.ok(start >= 0, piece);
  const range = { start: positionAt(document.text, start), end: positionAt(document.text, start + piece.length) };
  document.text = document.text.replace(piece, () => other);
  await connection.sendNotification(lsp.DidChangeTextDocumentNotification.type,
    { textDocument: { uri: document.uri, version: ++document.version }, contentChanges: [{ range, text: other }] });
};
const offsetAt = (text, position) => text.split('\n').slice(0, position.line).reduce((sum, line) => sum + line.length + 1, 0) + position.character;
const applied = (text, edits) => [...edits].sort((a, b) => offsetAt(text, b.range.start) - offsetAt(text, a.range.start))
  .reduce((all, edit) => all.slice(0, offsetAt(all, edit.range.start)) + edit.newText + all.slice(offsetAt(all, edit.range.end)), text);
const whole = { start: { line: 0, character: 0 }, end: { line: 100000, character: 0 } };

let [passed, failed] = [0, 0];
const holds = async (name, check) => {
  try {
    await check();
    passed++;
    console.log(`  holds: ${name}`);
  } catch (fault) {
    failed++;
    console.log(`  DOES NOT HOLD: ${name}\n    ${String(fault.stack ?? fault).split('\n').slice(0, 12).join('\n    ')}`);
  }
};

const main = 'security-guarantees.rules.json';
let rules, tests;

await holds('it says what it can do', async () => {
  const { capabilities } = await ask(lsp.InitializeRequest.type, {
    processId: process.pid, rootUri: pathToFileURL(folder).href,
    capabilities: { workspace: { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } } },
    initializationOptions: { scenario: 'postponed' },
  });
  await connection.sendNotification(lsp.InitializedNotification.type, {});
  for (const what of ['completion', 'hover', 'definition', 'references', 'rename', 'documentSymbol', 'codeAction', 'documentFormatting', 'inlayHint', 'codeLens', 'executeCommand'])
    assert.ok(capabilities[`${what}Provider`], what);

  // Behind these somebody presses Enter for another line, which must not take a suggestion.
  assert.deepEqual(capabilities.completionProvider.triggerCharacters.filter(one => '{[,'.includes(one)), []);
});

await holds('rules that are fine have no findings', async () => assert.deepEqual((rules = await open(main)).first, []));

await holds('a misspelt fact is found while it is typed, and its cure applied mends it', async () => {
  const wrong = told(rules.uri, all => all.length > 0);
  await write(rules, '"talks.confirmedBy"', '"talks.confirmedBuy"');
  const [finding] = await wrong;
  assert.equal(finding.code, 'NR2001');
  const actions = await ask(lsp.CodeActionRequest.type, { textDocument: { uri: rules.uri }, range: finding.range, context: { diagnostics: [finding] } });
  assert.ok(actions.length > 0, 'no action');
  const [edit] = actions[0].edit.changes[rules.uri];
  assert.equal(applied(rules.text, [edit]), textOf(main));
  const right = told(rules.uri, all => all.length === 0);
  await write(rules, '"talks.confirmedBuy"', edit.newText);
  await right;
});

await holds('the tests beside the rules are checked against what is typed, though nothing is saved', async () => {
  const wrong = told(uriOf('security-guarantees.tests.json'), all => all.some(one => one.message.includes('confirmed-by-all')));
  await write(rules, '"id": "confirmed-by-all"', '"id": "confirmed-by-each"');
  await wrong;
  const right = told(uriOf('security-guarantees.tests.json'), all => all.length === 0);
  await write(rules, '"id": "confirmed-by-each"', '"id": "confirmed-by-all"');
  await right;
});

await holds('facts of the innermost element come first, though the text is not finished', async () => {
  const text = '{ "name": "x", "vocabulary": "security-guarantees.vocabulary.json", "stages": ["talks"],\n  "rules": [ { "id": "a", "require": { "some": "delegations", "where": { "some": "delegates", "where": { "';
  const unfinished = await open('unfinished.rules.json', text);
  const { items } = await ask(lsp.CompletionRequest.type, inDocument(unfinished.uri, positionAt(text, text.length)));
  const labels = [...items].sort((a, b) => a.sortText < b.sortText ? -1 : 1).map(one => one.label);
  assert.deepEqual(labels.slice(0, 4), ['name', 'rank', 'service', 'professional']);
  assert.ok(labels.indexOf('party') < labels.indexOf('talks.start') && labels.includes('every'));
  await connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri: unfinished.uri } });
});

const labelsAt = async (name, marked) => {
  const [at, text] = [marked.indexOf('|'), marked.replace('|', '')];
  const document = await open(name, text);
  const list = await ask(lsp.CompletionRequest.type, inDocument(document.uri, positionAt(text, at)));
  const hover = await ask(lsp.HoverRequest.type, inDocument(document.uri, positionAt(text, at)));
  await connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri: document.uri } });
  return { labels: list.items.map(one => one.label), told: hover?.contents.value ?? '' };
};

await holds('a vocabulary and an analysis file are helped with, too', async () => {
  assert.deepEqual((await labelsAt('new.vocabulary.json', '{ "properties": { "a": { "type": "|" } } }')).labels, ['object', 'array', 'string', 'number', 'integer', 'boolean']);
  const { labels, told } = await labelsAt('new.vocabulary.json', '{ "properties": { "a": { "type": "integer", "mini|mum": 3 } } }');
  assert.ok(labels.includes('maximum') && !labels.includes('items'), labels.join());
  assert.match(told, /The least a number can be/);
  assert.ok((await labelsAt('security-guarantees.analysis.json', '{ "ignore": [ { "code": "NR5004", "rule": "|" } ] }')).labels.includes('confirmed-by-all'));
  assert.match((await labelsAt('security-guarantees.analysis.json', '{ "ignore": [ { "code": "NR50|04" } ] }')).told, /met wherever others are/);
});

await holds('a rule is told in words, with its verdict on the scenario', async () => {
  const hover = await ask(lsp.HoverRequest.type, inDocument(rules.uri, at(rules.text, '"confirmed-by-all"', 3)));
  assert.match(hover.contents.value, /Strength: expected/);
  assert.match(hover.contents.value, /satisfied \(expected; confirmed-by-all\)/);
});

await holds('a fact leads to the vocabulary, a parameter to where it is declared', async () => {
  const [fact] = await ask(lsp.DefinitionRequest.type, inDocument(rules.uri, at(rules.text, '"talks.confirmedBy"', 3)));
  assert.equal(fact.uri, uriOf('security-guarantees.vocabulary.json'));
  assert.equal(textOf('security-guarantees.vocabulary.json').split('\n')[fact.range.start.line].trim().startsWith('"confirmedBy"'), true);
  const [parameter] = await ask(lsp.DefinitionRequest.type, inDocument(rules.uri, at(rules.text, '"parameter": "tolerance"', 16)));
  assert.deepEqual(parameter.range.start, at(rules.text, '"tolerance": {', 0));
});

await holds('a rule that is renamed is renamed in the tests too, and all is well after it', async () => {
  const { changes } = await ask(lsp.RenameRequest.type, { ...inDocument(rules.uri, at(rules.text, '"confirmed-by-all"', 3)), newName: 'each-has-confirmed' });
  assert.ok(changes[rules.uri] && changes[uriOf('security-guarantees.tests.json')], Object.keys(changes).join());
  const renamed = applied(rules.text, changes[rules.uri]);
  assert.ok(renamed.includes('"id": "each-has-confirmed"') && !renamed.includes('confirmed-by-all'));
  assert.ok(!applied(textOf('security-guarantees.tests.json'), changes[uriOf('security-guarantees.tests.json')]).includes('confirmed-by-all'));
});

await holds('the outline has every rule', async () => {
  const symbols = await ask(lsp.DocumentSymbolRequest.type, { textDocument: { uri: rules.uri } });
  assert.ok(symbols.find(one => one.name === 'rules').children.some(one => one.name === 'confirmed-by-all'));
});

await holds('formatting lays out as the tool does, and what is laid out has no edits', async () => {
  const text = '{"name":"x","stages":["talks"],"rules":[{"id":"a","require":{"talks.mediated":true}}]}';
  const flat = await open('flat.rules.json', text);
  const edits = await ask(lsp.DocumentFormattingRequest.type, { textDocument: { uri: flat.uri }, options: { tabSize: 2, insertSpaces: true } });
  const laidOut = applied(text, edits);
  assert.match(laidOut, /^\{\s*"name": "x"/);
  await connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri: flat.uri } });
  const again = await open('flat.rules.json', laidOut);
  assert.deepEqual(await ask(lsp.DocumentFormattingRequest.type, { textDocument: { uri: again.uri }, options: { tabSize: 2, insertSpaces: true } }), []);
  await connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri: again.uri } });
});

await holds('what there is on the scenario stands beside what is asked', async () => {
  const hints = await ask(lsp.InlayHintRequest.type, { textDocument: { uri: rules.uri }, range: whole });
  assert.ok(hints.some(one => one.label === '2022-04-04'), JSON.stringify(hints));
});

await holds('a test is run from its lens, and the lens tells what came of it until something changes', async () => {
  tests = await open('security-guarantees.tests.json');
  const titles = async () => (await ask(lsp.CodeLensRequest.type, { textDocument: { uri: tests.uri } })).map(one => one.command.title);
  assert.equal((await titles())[0], 'run all tests');
  const all = await ask(lsp.ExecuteCommandRequest.type, { command: 'negotiate.runTest', arguments: [tests.uri] });
  assert.equal(all.test.failed, 0);
  assert.match((await titles())[0], /^✓ \d+ passed$/);
  await write(tests, '"violated"', '"satisfied"');
  assert.equal((await titles())[0], 'run all tests');
  const wrong = await ask(lsp.ExecuteCommandRequest.type, { command: 'negotiate.runTest', arguments: [tests.uri] });
  assert.equal(wrong.test.failed, 1);
  assert.match(shown.at(-1), /expected satisfied, but it is violated/);
});

await holds('another scenario is chosen', async () => {
  const { scenarios } = await ask(lsp.ExecuteCommandRequest.type, { command: 'negotiate.scenarios', arguments: [rules.uri] });
  assert.ok(scenarios.some(one => one.name === 'geneva') && scenarios.find(one => one.name === 'postponed').isChosen);
  await ask(lsp.ExecuteCommandRequest.type, { command: 'negotiate.chooseScenario', arguments: [rules.uri, 'geneva'] });
  const [lens] = await ask(lsp.CodeLensRequest.type, { textDocument: { uri: rules.uri } });
  assert.match(lens.command.title, /^geneva — talks: /);
});

await holds('no fault of a message or of a text ends it', async () => {
  const raw = text => server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  raw('{ this is no message');
  raw('[]');
  raw('{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{}}');
  raw('{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///nowhere"},"contentChanges":7}}');
  server.stdin.write('Content-Length: many\r\n\r\n');
  const answers = await Promise.allSettled([ask('textDocument/hover', {}), ask('textDocument/nonsense', {}), ask('textDocument/completion', { textDocument: 1, position: 'x' })]);
  assert.ok(answers.every(one => one.status === 'rejected'));
  for (const [i, text] of ['', '{', '[', '"', '{"rules":[{"id":', '\u0000', '{"a":'.repeat(5000), '😀'].entries()) {
    const faulty = await open(`faulty-${i}.rules.json`, text);
    for (const type of [lsp.CompletionRequest.type, lsp.HoverRequest.type, lsp.DefinitionRequest.type]) await ask(type, inDocument(faulty.uri, { line: 0, character: 1 }));
    for (const type of [lsp.DocumentSymbolRequest.type, lsp.CodeLensRequest.type]) await ask(type, { textDocument: { uri: faulty.uri } });
    await connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri: faulty.uri } });
  }
  assert.ok(await ask(lsp.HoverRequest.type, inDocument(rules.uri, at(rules.text, '"confirmed-by-all"', 3))));
});

// How long it takes from a keystroke to what is wrong after it, in the last of 1,000 rules.
const requirements = i => [
  { 'agreement.termYears': { atLeast: 1 + i % 20 } }, { every: 'parties', satisfy: { some: 'delegates', where: { role: 'military', rank: { atLeast: i % 5 } } } },
  { all: [{ 'agreement.form': 'written' }, { 'agreement.legallyBinding': true }] }, { count: 'parties', where: { id: `P${i}` }, atLeast: 1 }, { condition: 'mediated' },
][i % 5];
const many = Array.from({ length: 1000 }, (_, i) => `    ${JSON.stringify({ id: `rule-${i}`, stage: 'talks', require: requirements(i), because: `Because of ${i}.` })}`).join(',\n');
const large = await open('many/many.rules.json', `{\n  "name": "many", "vocabulary": "negotiation", "stages": ["talks"],\n  "conditions": { "mediated": { "talks.mediated": true } },\n  "rules": [\n${many}\n  ]\n}\n`);
const [times, completions] = [[], []];
for (let i = 0; i < 60; i++) {
  const next = told(large.uri);
  const begin = performance.now();
  await (i % 2 === 0 ? write(large, '"rule-999","stage":"talks"', '"rule-999","stage":"talksq"') : write(large, '"talksq"', '"talks"'));
  // What is answered first has the text read anew, as typing has.
  const asked = performance.now();
  const { items } = await ask(lsp.CompletionRequest.type, inDocument(large.uri, at(large.text, '"rule-999","stage":"', 20)));
  assert.ok(items.length > 0);
  if (i >= 20) completions.push(performance.now() - asked);
  await next;
  if (i >= 20) times.push(performance.now() - begin);
}
for (const all of [times, completions]) all.sort((a, b) => a - b);
console.log(`from a keystroke to what may follow it there: ${completions[0].toFixed(0)} ms at least, ${completions[completions.length >> 1].toFixed(0)} ms in the middle of ${completions.length}`);
console.log(`from a keystroke to what is wrong after it, in a file of 1,000 rules: ${times[0].toFixed(0)} ms at least, ${times[times.length >> 1].toFixed(0)} ms in the middle of ${times.length}`);

await holds('it ends when it is told so', async () => {
  assert.equal(await ask(lsp.ShutdownRequest.type), null);
  await connection.sendNotification(lsp.ExitNotification.type);
  assert.equal(await Promise.race([ended, new Promise(done => setTimeout(() => done('it goes on'), 10000))]), 0);
});

server.kill();
rmSync(folder, { recursive: true });
console.log(`${passed} hold, ${failed} do not`);
process.exit(failed === 0 ? 0 : 1);
