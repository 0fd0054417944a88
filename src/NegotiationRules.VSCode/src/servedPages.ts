import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import * as vscode from 'vscode';

const patience = 20_000;

interface Served {
  readonly process: ChildProcess;
  readonly address: Promise<string>;
  panel?: vscode.WebviewPanel;
}

/** The pages that the tool serves for folders, each as long as the editor runs. */
export class ServedPages implements vscode.Disposable {
  private readonly served = new Map<string, Served>();

  /** Opens a file in the page of its folder, beside it. */
  async open(tool: string, file: vscode.Uri): Promise<void> {
    const folder = folderOf(file.fsPath);
    const served = this.of(tool, folder);
    const outside = await vscode.env.asExternalUri(vscode.Uri.parse(await served.address));
    const address = `${outside.toString(true)}#open=${encodeURIComponent(relative(folder, file.fsPath).replaceAll('\\', '/'))}`;
    if (served.panel !== undefined) {
      served.panel.reveal(undefined, true);
      await served.panel.webview.postMessage(address);
      return;
    }

    const panel = vscode.window.createWebviewPanel(
      'negotiationRules.page', basename(folder), { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, retainContextWhenHidden: true });
    served.panel = panel;
    panel.onDidDispose(() => delete served.panel);
    panel.webview.html = pageAround(address);
  }

  dispose(): void {
    for (const { process, panel } of this.served.values()) {
      panel?.dispose();
      process.kill();
    }

    this.served.clear();
  }

  private of(tool: string, folder: string): Served {
    const known = this.served.get(folder);
    if (known !== undefined && known.process.exitCode === null && known.process.signalCode === null) {
      return known;
    }

    known?.panel?.dispose();
    const process = spawn(tool, ['serve', folder, '--in-frame'], { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const served = { process, address: addressOfRun(process) };
    this.served.set(folder, served);
    served.address.catch(() => this.served.delete(folder));
    return served;
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

// Another file of the folder is opened by another part behind the hash, so that the page keeps what was written in it.
function pageAround(address: string): string {
  const [origin, nonce] = [new URL(address).origin, randomBytes(16).toString('hex')];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src ${origin}; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'">
<title>NegotiationRules</title>
<style>html, body, iframe { border: 0; margin: 0; padding: 0; width: 100%; height: 100vh; } body { overflow: hidden; } iframe { display: block; }</style>
</head>
<body><iframe src="${address.replace(/"/g, '&quot;')}" title="Rules, scenario and verdict" allow="clipboard-write"></iframe>
<script nonce="${nonce}">addEventListener('message', event => document.querySelector('iframe').src = event.data);</script></body>
</html>`;
}
