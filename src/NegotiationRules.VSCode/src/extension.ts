import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';
import { ServedPages } from './servedPages';

const language = 'negotiation-rules';

let client: LanguageClient | undefined;
let pages: ServedPages | undefined;

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
  pages = new ServedPages(toolOf);
  context.subscriptions.push(
    pages,
    vscode.commands.registerCommand('negotiationRules.chooseScenario', () => withFile(chooseScenario)),
    vscode.commands.registerCommand('negotiationRules.runTest', () => withFile(runTest)),
    vscode.commands.registerCommand('negotiationRules.tryScenario', () => withFile(editor => pages!.open(editor.document.uri))),
    vscode.workspace.onDidChangeConfiguration(async change => {
      if (change.affectsConfiguration('negotiationRules.tool')) {
        await stop();
        await start(context);
      }
    }),
  );
  await start(context);
}

/** Called by the editor when it ends. */
export async function deactivate(): Promise<void> {
  pages?.dispose();
  await stop();
}

function toolOf(): string {
  return settings().get<string>('tool') || 'negotiate';
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('negotiationRules');
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  const server: ServerOptions = { command: toolOf(), args: ['lsp'] };
  const options: LanguageClientOptions = {
    documentSelector: [{ language, scheme: 'file' }, { pattern: '**/*.workflow.json', scheme: 'file' }],
    initializationOptions: { scenario: settings().get<string>('scenario') || null, root: settings().get<string>('root') || null },
    synchronize: {
      configurationSection: 'negotiationRules',
      fileEvents: vscode.workspace.createFileSystemWatcher('**/*.{rules,scenario,tests,vocabulary,analysis,workflow}.json'),
    },
  };
  client = new LanguageClient('negotiationRules', 'NegotiationRules', server, options);
  try {
    await client.start();
  } catch (fault) {
    client = undefined;
    await offerToInstall(context, fault);
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.stop();
}

// The tool is a .NET tool of its own, so that an editor shows what the command line says.
async function offerToInstall(context: vscode.ExtensionContext, fault: unknown): Promise<void> {
  const [install, configure] = ['Install it', 'Say where it is'];
  const chosen = await vscode.window.showErrorMessage(
    `The tool \`${toolOf()}\` cannot be started (${fault instanceof Error ? fault.message : String(fault)}). `
      + 'Install it with `dotnet tool install -g NegotiationRules.Tool`, or say in the settings where it is.',
    install, configure);
  if (chosen === install) {
    const terminal = vscode.window.createTerminal('NegotiationRules');
    context.subscriptions.push(terminal);
    terminal.show();
    terminal.sendText('dotnet tool install -g NegotiationRules.Tool');
  } else if (chosen === configure) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'negotiationRules.tool');
  }
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

async function ask(command: string, ...args: readonly string[]): Promise<CommandResult | undefined> {
  if (client === undefined) {
    throw new Error('The tool does not run: see the setting "negotiationRules.tool".');
  }

  return await client.sendRequest<CommandResult>('workspace/executeCommand', { command, arguments: args });
}

async function chooseScenario(editor: vscode.TextEditor): Promise<void> {
  const uri = editor.document.uri.toString();
  const scenarios = (await ask('negotiate.scenarios', uri))?.scenarios ?? [];
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
