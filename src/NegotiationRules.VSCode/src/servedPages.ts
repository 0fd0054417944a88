import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';

const patience = 20_000;

interface Served {
  readonly process: ChildProcess;
  readonly address: Promise<string>;
}

/** The pages that the tool serves for folders, each as long as the editor runs. */
export class ServedPages implements vscode.Disposable {
  private readonly served = new Map<string, Served>();

  constructor(private readonly tool: () => string) {}

  /** Opens the page of the folder of a file, beside it. */
  async open(file: vscode.Uri): Promise<void> {
    const folder = folderOf(file.fsPath);
    const address = await this.addressOf(folder);
    const panel = vscode.window.createWebviewPanel(
      'negotiationRules.page', basename(folder), { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, retainContextWhenHidden: true });
    const outside = await vscode.env.asExternalUri(vscode.Uri.parse(address));
    panel.webview.html = pageAround(outside.toString(true));
  }

  dispose(): void {
    for (const { process } of this.served.values()) {
      process.kill();
    }

    this.served.clear();
  }

  private addressOf(folder: string): Promise<string> {
    const known = this.served.get(folder);
    if (known !== undefined && known.process.exitCode === null) {
      return known.address;
    }

    const process = spawn(this.tool(), ['serve', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    const address = addressOfRun(process);
    this.served.set(folder, { process, address });
    address.catch(() => this.served.delete(folder));
    return address;
  }
}

// The page is about rules; scenarios lie in a folder beside them.
function folderOf(path: string): string {
  const folder = dirname(path);
  const hasRules = existsSync(folder) && readdirSync(folder).some(name => name.endsWith('.rules.json'));
  return hasRules ? folder : dirname(folder);
}

// The tool tells the address once it listens.
function addressOfRun(process: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let [told, wrong] = ['', ''];
    const late = setTimeout(() => {
      process.kill();
      fail(new Error('`negotiate serve` has told no address.'));
    }, patience);
    process.stdout?.on('data', (piece: Buffer) => {
      told += piece.toString('utf8');
      const address = /\bhttp:\/\/\S+/.exec(told)?.[0];
      if (address !== undefined && told.includes('\n')) {
        clearTimeout(late);
        done(address);
      }
    });
    process.stderr?.on('data', (piece: Buffer) => (wrong += piece.toString('utf8')));
    process.on('error', fault => {
      clearTimeout(late);
      fail(fault);
    });
    process.on('exit', code => {
      clearTimeout(late);
      fail(new Error(wrong.trim() || `\`negotiate serve\` has ended with ${code}.`));
    });
  });
}

function pageAround(address: string): string {
  const origin = new URL(address).origin;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src ${origin}; style-src 'unsafe-inline'">
<title>NegotiationRules</title>
<style>html, body, iframe { border: 0; margin: 0; padding: 0; width: 100%; height: 100vh; }</style>
</head>
<body><iframe src="${address.replace(/"/g, '&quot;')}" title="Rules, scenario and verdict"></iframe></body>
</html>`;
}
