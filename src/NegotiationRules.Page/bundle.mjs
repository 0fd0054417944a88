// bundle.mjs PUBLISHED RULES: makes the page in the folder PUBLISHED whole. Bundles the editor and the scripts of the page, puts the rule sets of the folder RULES beside them, and writes down which files
// the browser keeps for when there is no network. Run where the packages of package.json are installed.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { licencesOf } from './licences.mjs';

const [published, rules] = process.argv.slice(2).map(path => resolve(path));
const page = join(published, 'wwwroot');
const source = dirname(fileURLToPath(import.meta.url));
const { buildSync } = createRequire(join(process.cwd(), 'package.json'))('esbuild');

cpSync(join(source, 'wwwroot'), page, { recursive: true });
const { metafile } = buildSync({
  entryPoints: [join(source, 'browser/main.js')], outfile: join(page, 'page.js'), bundle: true, minify: true, format: 'esm', target: 'es2022', legalComments: 'linked',
  nodePaths: [join(process.cwd(), 'node_modules')], logLevel: 'warning', metafile: true,
});

// Whoever passes the page on passes on what its parts ask for.
writeFileSync(join(page, 'licences.txt'),
  `The page holds these parts beside its own, and the runtime of .NET (MIT, .NET Foundation and Contributors) and Newtonsoft.Json (MIT, James Newton-King).\n${licencesOf(metafile)}`);

const filesIn = folder => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile()).map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort();
const belongs = path => /\.(rules|vocabulary|tests|scenario)\.json$|\.jsonl$/.test(path) && !path.split('/').includes('broken');

mkdirSync(join(page, 'sets'), { recursive: true });
const sets = readdirSync(rules).sort().map(name => ({ name, folder: join(rules, name) }))
  .filter(({ folder }) => statSync(folder).isDirectory() && readdirSync(folder).some(file => file.endsWith('.rules.json')))
  .map(({ name, folder }) => {
    const paths = filesIn(folder).filter(belongs);
    const files = Object.fromEntries(paths.map(path => [path, readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n')]));
    writeFileSync(join(page, 'sets', `${name}.json`), JSON.stringify(files));
    const ruleFiles = paths.filter(path => path.endsWith('.rules.json')).sort((a, b) => (b === `${name}.rules.json`) - (a === `${name}.rules.json`));
    return { name, rules: ruleFiles };
  });
writeFileSync(join(page, 'sets/index.json'), JSON.stringify(sets));

const kept = filesIn(page).filter(path => path !== 'offline.js' && !/\.(br|gz|map)$/.test(path) && !path.endsWith('staticwebassets.endpoints.json'));
const version = createHash('sha256');
kept.forEach(path => version.update(path).update(readFileSync(join(page, path))));
const offline = readFileSync(join(source, 'wwwroot/offline.js'), 'utf8')
  .replace('{version}', `negotiation-rules-${version.digest('hex').slice(0, 16)}`)
  .replace("['{files}']", JSON.stringify(['./', ...kept]));
writeFileSync(join(page, 'offline.js'), offline);

// The same, packed, for the tool: it hands files on as they are, and only looks into the first one.
const packed = kept.filter(path => path !== 'offline.js').map(path => [path, readFileSync(join(page, path))]);
rmSync(join(published, 'packed'), { recursive: true, force: true });
let sizes = [0, 0];
for (const [path, bytes] of packed) {
  const to = join(published, 'packed', path === 'index.html' ? path : `${path}.gz`);
  const small = gzipSync(bytes, { level: 9 });
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, path === 'index.html' ? bytes : small);
  sizes = [sizes[0] + bytes.length, sizes[1] + small.length];
}

console.log(`${page} is the page: ${kept.length} files, ${sizes.map(size => `${(size / 1e6).toFixed(2)} MB`).join(', packed ')}`);
