// vscode.mjs FOLDER TOOL OLDER: loads the extension that lies in FOLDER as it was packed, with what an editor would give it, and shows that it registers each command that it names, starts the
// TOOL that the settings name, has it read a file that is open and tells what is wrong there; and what it says where the tool is missing, OLDER, or is another program.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';

const [folder, tool, older] = process.argv.slice(2).map(path => resolve(path));
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const require = createRequire(join(folder, 'package.json'));
const Module = require('node:module');

// Anything that is asked of the editor and is not looked at here is there, can be called and can be made.
const anything = () => new Proxy(function () {}, {
  get: (_, name) => name === 'then' || typeof name === 'symbol' ? undefined : name === 'prototype' ? {} : anything(),
  apply: () => anything(), construct: () => ({ dispose() {} }),
});
const over = known => new Proxy(known, { get: (_, name) => known[name] ?? (typeof name === 'symbol' || name === 'then' ? undefined : anything()) });
class Uri {
  constructor(text) { this.text = text; }
  get scheme() { return new URL(this.text).protocol.slice(0, -1); }
  toString() { return this.text; }
  static parse = text => new Uri(text);
}
class Position { constructor(line, character) { Object.assign(this, { line, character }); } }
class Range { constructor(...ends) { [this.start, this.end] = ends.length === 4 ? [new Position(ends[0], ends[1]), new Position(ends[2], ends[3])] : ends; } }
class EventEmitter { event = () => ({ dispose() {} }); fire() {} dispose() {} }
class CancellationTokenSource { token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) }; cancel() {} dispose() {} }
class Diagnostic { constructor(range, message, severity) { Object.assign(this, { range, message, severity }); } }

const path = resolve('rules/four-empires/broken/four-empires.rules.json');
const open = over({
  uri: new Uri(pathToFileURL(path).href), fileName: path, languageId: 'negotiation-rules', version: 1, isUntitled: false, isDirty: false, isClosed: false, getText: () => readFileSync(path, 'utf8'),
});
const [commands, settings, messages, tasks] = [new Map(), { tool }, [], []];
let found = () => {};
let answer = () => undefined;
const vscode = over({
  version: '1.95.0', env: {}, Uri, Position, Range, Diagnostic, EventEmitter, CancellationTokenSource,
  commands: over({ registerCommand: (name, act) => (commands.set(name, act), { dispose: () => commands.delete(name) }), executeCommand: async (...what) => tasks.push(what.join(' ')) }),
  languages: over({
    match: (selector, document) => [selector].flat().some(one => one.language === document.languageId) ? 10 : 0,
    createDiagnosticCollection: () => over({ set: (uri, all) => all.length > 0 && found(uri.toString(), all) }),
  }),
  window: over({ visibleTextEditors: [], activeTextEditor: undefined, showErrorMessage: async (message, ...choices) => (messages.push([message, ...choices]), answer(choices)) }),
  tasks: over({ executeTask: async task => tasks.push(task) }),
  TaskScope: { Workspace: 2 },
  ShellExecution: class { constructor(command, args) { Object.assign(this, { command, args }); } },
  Task: class { constructor(...parts) { [this.definition, this.scope, this.name, this.source, this.execution] = parts; } },
  workspace: over({
    textDocuments: [open], notebookDocuments: [], workspaceFolders: undefined, isTrusted: true,
    getConfiguration: section => over({ get: (key, otherwise) => section === 'negotiationRules' ? settings[key] : otherwise }),
  }),
});
const load = Module._load;
Module._load = (name, ...rest) => name === 'vscode' ? vscode : load(name, ...rest);

const extension = require(join(folder, manifest.main));
const late = setTimeout(() => { throw new Error('the extension has not ended after a minute'); }, 60_000);
const told = new Promise(done => { found = (uri, all) => done({ uri, all }); });
await extension.activate({ subscriptions: [] });
for (const { command } of manifest.contributes.commands) assert.ok(commands.has(command), command);
const { uri, all } = await told;
assert.equal(uri, pathToFileURL(path).href);
assert.ok(all.every(one => /^NR\d+$/.test(one.code?.value ?? one.code) && one.range.end.line > 0 && one.message.length > 20), JSON.stringify(all));
await extension.deactivate();
assert.deepEqual(messages, []);

// What somebody is told who has no such tool, and what the buttons do.
const said = async (named, choice) => {
  [settings.tool, messages.length, tasks.length] = [named, 0, 0];
  answer = choices => choices[choice];
  await commands.get('negotiationRules.restart')();
  await new Promise(done => setTimeout(done, 20));
  return [messages[0], tasks[0]];
};
process.env.PATH = join(folder, 'nothing');
process.env.HOME = process.env.USERPROFILE = join(folder, 'nobody');
const [missing, install] = await said('', 0);
assert.match(missing.join(' | '), /`negotiate`.* is not installed.* \| Install it \| Say where it is/);
assert.deepEqual([install.execution.command, ...install.execution.args], ['dotnet', 'tool', 'install', '--global', 'NegotiationRules.Tool']);
const [elsewhere, configure] = await said('/nowhere/negotiate', 0);
assert.match(elsewhere.join(' | '), /no tool at `\/nowhere\/negotiate`.* \| Say where it is/);
assert.equal(configure, 'workbench.action.openSettings negotiationRules.tool');
const [tooOld, update] = await said(older, 0);
assert.match(tooOld.join(' | '), /is version 0\.0\.9; this extension needs \d+\.\d+\.\d+ or later\. \| Update it \| Say where it is/);
assert.equal(update.execution.args[1], 'update');
assert.match((await said(process.execPath))[0][0], /is not the tool of NegotiationRules/);
clearTimeout(late);

for (const named of [...manifest.contributes.languages.map(one => one.configuration), ...manifest.contributes.snippets.map(one => one.path), ...manifest.contributes.grammars.map(one => one.path)])
  JSON.parse(readFileSync(join(folder, named), 'utf8'));
console.log(`the extension as it was packed registers its ${manifest.contributes.commands.length} commands, starts the tool and shows what it finds; without a tool it says what to do`);
