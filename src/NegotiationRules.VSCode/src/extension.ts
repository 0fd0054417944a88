import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';
import { ServedPages } from './servedPages';
import { findTool } from './tool';

const language = 'negotiation-rules';

let client: LanguageClient | undefined;
let tool: string | undefined;
const pages = new ServedPages();

interface NamedScenario {
  readonly name: string;
  readonly uri: string;
  readonly isChosen: boolean;
}

interface CommandResult {
  readonly scenarios?: readonly NamedScenario[];
  readonly chosen?: string;
}

/** Called by the editor when the first of our files is opened. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    pages,
    vscode.commands.registerCommand('negotiationRules.chooseScenario', () => withFile(editor => chooseScenario(editor.document.uri.toString()))),
    vscode.commands.registerCommand('negotiationRules.runTest', () => withFile(runTest)),
    vscode.commands.registerCommand('negotiationRules.tryScenario', () => withFile(tryScenario)),
    vscode.commands.registerCommand('negotiationRules.restart', restart),
    vscode.workspace.onDidChangeConfiguration(change => change.affectsConfiguration('negotiationRules.tool') ? restart() : undefined),
  );
  await start();
}

/** Called by the editor when it ends. */
export async function deactivate(): Promise<void> {
  pages.dispose();
  await stop();
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('negotiationRules');
}

async function start(): Promise<void> {
  const found = await findTool(settings().get<string>('tool') || 'negotiate');
  if ('fault' in found) {
    // Nobody waits until this is answered.
    void offer(found.fault, found.cure);
    return;
  }

  tool = found.path;
  const server: ServerOptions = { command: tool, args: ['lsp'] };
  const options: LanguageClientOptions = {
    documentSelector: [{ language, scheme: 'file' }, { pattern: '**/*.workflow.json', scheme: 'file' }],
    initializationOptions: { scenario: settings().get<string>('scenario') || null, root: settings().get<string>('root') || null },
    synchronize: {
      configurationSection: 'negotiationRules',
      fileEvents: vscode.workspace.createFileSystemWatcher('**/*.{rules,scenario,tests,vocabulary,analysis,workflow}.json'),
    },
    middleware: {
      // The server asks in a message, whose buttons cut long names off.
      executeCommand: (command, args, next) => command === 'negotiate.chooseScenario' && args.length === 1 ? chooseScenario(String(args[0])) : next(command, args),
      provideCompletionItem: async (...[document, position, context, token, next]) => askedOn(await next(document, position, context, token)),
    },
  };
  client = new LanguageClient('negotiationRules', 'NegotiationRules', server, options);
  try {
    await client.start();
  } catch {
    // The client has shown why, and its output tells more.
    client = undefined;
  }
}

type Completions = vscode.CompletionItem[] | vscode.CompletionList | null | undefined;

// Behind a name that has places to fill in, what may stand there is suggested at once.
function askedOn(found: Completions): Completions {
  for (const item of Array.isArray(found) ? found : found?.items ?? []) {
    if (item.insertText instanceof vscode.SnippetString) {
      item.command = { command: 'editor.action.triggerSuggest', title: 'Suggest' };
    }
  }

  return found;
}

async function stop(): Promise<void> {
  const running = client;
  [client, tool] = [undefined, undefined];
  await running?.stop();
}

async function restart(): Promise<void> {
  pages.dispose();
  await stop();
  await start();
}

// The tool is a .NET tool of its own, so that an editor shows what the command line says.
async function offer(fault: string, cure: 'install' | 'update' | 'configure'): Promise<void> {
  const act = cure === 'configure' ? [] : [cure === 'install' ? 'Install it' : 'Update it'];
  const configure = 'Say where it is';
  const chosen = await vscode.window.showErrorMessage(fault, ...act, configure);
  if (chosen === configure) {
    // Where the tool is belongs to the machine that it runs on.
    await (vscode.env.remoteName === undefined
      ? vscode.commands.executeCommand('workbench.action.openSettings', 'negotiationRules.tool')
      : vscode.commands.executeCommand('workbench.action.openRemoteSettings', { query: 'negotiationRules.tool' }));
  } else if (chosen !== undefined) {
    await installTool(cure === 'install' ? 'install' : 'update');
  }
}

// In a terminal, where somebody sees what is done and what is wrong with it.
async function installTool(how: 'install' | 'update'): Promise<void> {
  const task = new vscode.Task(
    { type: 'shell' }, vscode.TaskScope.Workspace, `${how} the tool`, 'NegotiationRules',
    new vscode.ShellExecution('dotnet', ['tool', how, '--global', 'NegotiationRules.Tool']));
  const watch = vscode.tasks.onDidEndTaskProcess(async ended => {
    if (ended.execution.task.name === task.name) {
      watch.dispose();
      await (ended.exitCode === 0 ? restart() : undefined);
    }
  });
  await vscode.tasks.executeTask(task);
}

async function withFile(act: (editor: vscode.TextEditor) => Promise<void>): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.scheme !== 'file') {
    await vscode.window.showInformationMessage('Open a rule, scenario or tests file first.');
    return;
  }

  try {
    await act(editor);
  } catch (fault) {
    await vscode.window.showErrorMessage(fault instanceof Error ? fault.message : String(fault));
  }
}

// Whoever asks for something after the tool could not be started may have mended that.
async function ask(command: string, ...args: readonly string[]): Promise<CommandResult | undefined> {
  if (client === undefined) {
    await start();
  }

  return await client?.sendRequest<CommandResult>('workspace/executeCommand', { command, arguments: args });
}

async function tryScenario(editor: vscode.TextEditor): Promise<void> {
  if (tool === undefined) {
    await start();
  }

  await (tool === undefined ? undefined : pages.open(tool, editor.document.uri));
}

async function chooseScenario(uri: string): Promise<void> {
  const scenarios = (await ask('negotiate.scenarios', uri))?.scenarios;
  if (scenarios === undefined) {
    return;
  }

  const none = { label: '(none)', description: '' };
  const chosen = await vscode.window.showQuickPick(
    [...scenarios.map(one => ({ label: one.name, description: one.isChosen ? 'chosen' : '' })), none],
    { placeHolder: 'Which scenario are verdicts to be shown for?' });
  if (chosen !== undefined) {
    await ask('negotiate.chooseScenario', uri, chosen.label);
  }
}

async function runTest(editor: vscode.TextEditor): Promise<void> {
  const name = testAt(editor.document, editor.selection.active);
  const uri = editor.document.uri.toString();
  await (name === undefined ? ask('negotiate.runTest', uri) : ask('negotiate.runTest', uri, name));
}

// The name that stands nearest above the cursor, on its line or before; all tests, if there is none.
function testAt(document: vscode.TextDocument, position: vscode.Position): string | undefined {
  for (let line = position.line; line >= 0; line--) {
    const found = /"name"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(document.lineAt(line).text);
    if (found?.[1] !== undefined) {
      return JSON.parse(found[1]) as string;
    }
  }

  return undefined;
}
