// vscode.mjs FOLDER: loads the extension that lies in FOLDER as it was packed, with what an editor would give it, and shows that it registers each command that it names and starts the tool that
// the settings name.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import assert from 'node:assert/strict';

const folder = resolve(process.argv[2]);
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const require = createRequire(join(folder, 'package.json'));
const Module = require('node:module');

// Anything that is asked of the editor and is not looked at here is there, can be called and can be made.
const anything = () => new Proxy(function () {}, {
  get: (_, name) => name === 'then' || typeof name === 'symbol' ? undefined : name === 'prototype' ? {} : anything(),
  apply: () => anything(), construct: () => ({ dispose() {} }),
});
const commands = new Map();
const started = [];
class LanguageClient {
  constructor(id, name, server, options) { started.push({ id, name, server, options }); }
  async start() {}
  async stop() {}
}
const vscode = new Proxy({
  commands: { registerCommand: (name, act) => (commands.set(name, act), { dispose() {} }) },
  workspace: {
    getConfiguration: () => ({ get: key => ({ tool: '/opt/negotiate', scenario: 'postponed' })[key] }),
    onDidChangeConfiguration: () => ({ dispose() {} }), createFileSystemWatcher: () => ({ dispose() {} }),
  },
}, { get: (known, name) => known[name] ?? anything() });
const load = Module._load;
Module._load = (name, ...rest) => name === 'vscode' ? vscode : load(name, ...rest);

// The client library itself loads from what was packed; only its class is stood in for, or the tool would be started.
const library = require('vscode-languageclient/node');
assert.equal(typeof library.LanguageClient, 'function');
Module._load = (name, ...rest) => name === 'vscode' ? vscode : name === 'vscode-languageclient/node' ? { LanguageClient } : load(name, ...rest);

const extension = require(join(folder, manifest.main));
await extension.activate({ subscriptions: [] });
assert.deepEqual([...commands.keys()].sort(), manifest.contributes.commands.map(one => one.command).sort());
assert.equal(started.length, 1);
assert.deepEqual(started[0].server, { command: '/opt/negotiate', args: ['lsp'] });
assert.equal(started[0].options.initializationOptions.scenario, 'postponed');
await extension.deactivate();
for (const named of [...manifest.contributes.languages.map(one => one.configuration), ...manifest.contributes.snippets.map(one => one.path), ...manifest.contributes.grammars.map(one => one.path)])
  JSON.parse(readFileSync(join(folder, named), 'utf8'));
console.log(`the extension as it was packed registers ${commands.size} commands and starts the tool`);
