import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

// What of the tool is used here is in it from this version on.
const oldest = '0.1.0';
const patience = 20_000;

/** Where the tool is, or why there is none that can be used. */
export type FoundTool = { readonly path: string } | { readonly fault: string; readonly cure: 'install' | 'update' | 'configure' };

/** Looks for the tool under the name or path that the settings say, and asks it for its version. */
export async function findTool(named: string): Promise<FoundTool> {
  const asked = await versionOf(named);
  if (!isMissing(asked)) {
    return judged(named, asked);
  }

  // An editor that was started from a menu, or before the tool was installed, does not have the folder of .NET tools on its path.
  const installed = join(homedir(), '.dotnet', 'tools', process.platform === 'win32' ? 'negotiate.exe' : 'negotiate');
  if (named === 'negotiate' && existsSync(installed)) {
    return judged(installed, await versionOf(installed));
  }

  return named === 'negotiate'
    ? { fault: 'The tool `negotiate`, which finds mistakes and verdicts, is not installed.', cure: 'install' }
    : { fault: `There is no tool at \`${named}\`, where the setting \`negotiationRules.tool\` says that it is.`, cure: 'configure' };
}

type Asked = { readonly version: string } | { readonly code: string; readonly said: string };

const isMissing = (asked: Asked) => 'code' in asked && asked.code === 'ENOENT';

function judged(path: string, asked: Asked): FoundTool {
  if ('code' in asked) {
    return { fault: `\`${path}\` cannot be run: ${asked.said}`, cure: 'configure' };
  }

  if (!/^\d+\.\d+\.\d+/.test(asked.version)) {
    return { fault: `\`${path}\` is not the tool of NegotiationRules: it does not tell its version.`, cure: 'configure' };
  }

  return isOlder(asked.version, oldest)
    ? { fault: `The tool \`${path}\` is version ${asked.version}; this extension needs ${oldest} or later.`, cure: 'update' }
    : { path };
}

function versionOf(tool: string): Promise<Asked> {
  return new Promise(done => execFile(tool, ['--version'], { timeout: patience, windowsHide: true }, (fault, said, wrong) => {
    done(fault === null
      ? { version: said.trim() }
      : { code: String(fault.code), said: fault.killed ? 'it tells no version.' : wrong.trim().split('\n')[0] || fault.message.trim() });
  }));
}

function isOlder(version: string, than: string): boolean {
  const [one, other] = [version, than].map(text => text.split(/[.+-]/, 3).map(Number)) as [number[], number[]];
  const first = one.findIndex((part, i) => part !== other[i]);
  return first >= 0 && one[first]! < other[first]!;
}
