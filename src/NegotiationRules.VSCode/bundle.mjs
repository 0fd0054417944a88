// bundle.mjs FOLDER: makes the extension in FOLDER one script, out/extension.js, with the licences of what is in it beside it. Run where the packages of package.json are installed.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { licencesOf } from '../NegotiationRules.Page/licences.mjs';

const folder = resolve(process.argv[2]);
const source = dirname(fileURLToPath(import.meta.url));
const { buildSync } = createRequire(join(process.cwd(), 'package.json'))('esbuild');

// What is written as a module is taken: the other form of some packages loads its parts in a way that no bundler sees.
const { metafile, warnings } = buildSync({
  entryPoints: [join(source, 'src/extension.ts')], outfile: join(folder, 'out/extension.js'), bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'node20',
  external: ['vscode'], mainFields: ['module', 'main'], nodePaths: [join(process.cwd(), 'node_modules')], legalComments: 'none', logLevel: 'warning', metafile: true,
});
if (warnings.length > 0) {
  process.exit(1);
}

writeFileSync(join(folder, 'licences.txt'), `The extension holds these parts beside its own.\n${licencesOf(metafile)}`);
