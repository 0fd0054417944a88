// markdown.mjs RENDERERS OUTPUT: renders every file of the folder OUTPUT and fails if text became anything but text, or if a picture cannot be drawn.
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [renderers, output] = process.argv.slice(2).map(path => resolve(path));
const require = createRequire(join(renderers, 'package.json'));
const load = async (name, entry) => import(pathToFileURL(entry ? join(renderers, 'node_modules', name, entry) : require.resolve(name)));

const { JSDOM } = await load('jsdom');
const { marked } = await load('marked', 'lib/marked.esm.js');
const MarkdownIt = (await load('markdown-it')).default;

const renderings = {
  'marked': text => marked.parse(text, { gfm: true }),
  'markdown-it': text => new MarkdownIt({ html: true, linkify: true }).render(text),
};

// What we write ourselves. Code is one word: the path of a fact, or what an author put into backticks. A link is ours if it leads to the one good address of the hostile rule set.
const ours = new Set(['H1', 'H2', 'H3', 'P', 'UL', 'LI', 'STRONG', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD', 'A', 'CODE']);
const good = 'https://good.example/';

// What is looked for in the finished text: names, numbers of issues, pictures by name.
const afterwards = [/(^|\W)@[A-Za-z0-9]/, /(^|\W)#[0-9]/, /:[A-Za-z0-9_+-]+:/];

const faults = [];
function checkMarkdown(file, renderer, html) {
  const { document } = new JSDOM(`<body>${html}</body>`).window;
  for (const element of document.body.querySelectorAll('*')) {
    if (!ours.has(element.tagName)) {
      faults.push(`${file}: ${renderer} makes <${element.tagName.toLowerCase()}> of “${element.outerHTML.slice(0, 120)}”`);
    } else if (element.tagName === 'CODE' && !/^[\p{L}\p{N}._{}-]+$/u.test(element.textContent)) {
      faults.push(`${file}: ${renderer} makes code of “${element.textContent.slice(0, 120)}”`);
    } else if (element.tagName === 'A' && !element.href.startsWith(good)) {
      faults.push(`${file}: ${renderer} links to ${element.href}`);
    }
  }

  for (const pattern of afterwards) {
    const found = pattern.exec(document.body.textContent);
    if (found) {
      faults.push(`${file}: in the text that ${renderer} makes, ${pattern} finds “${found[0]}”`);
    }
  }

  return document.body.querySelectorAll('*').length;
}

let elements = 0;
const files = readdirSync(output);
for (const file of files.filter(name => name.endsWith('.md'))) {
  for (const [renderer, render] of Object.entries(renderings)) {
    elements += checkMarkdown(file, renderer, render(readFileSync(join(output, file), 'utf8')));
  }
}

// That the hostile texts are hostile: as they stand, every renderer makes something of them.
const raw = JSON.parse(readFileSync('.ci/markdown-hostile/hostile.scenario.json', 'utf8')).parties.map(party => party.id).join('\n\n');
for (const [renderer, render] of Object.entries(renderings)) {
  const before = faults.length;
  checkMarkdown('hostile texts', renderer, render(raw));
  const found = faults.splice(before).length;
  if (found < 20) {
    faults.push(`${renderer} makes only ${found} things of the hostile texts: they show nothing`);
  }
}

// Mermaid wants a page around it, also to read only.
const { window } = new JSDOM('<body></body>');
Object.assign(globalThis, { window, document: window.document });
const mermaid = (await load('mermaid', 'dist/mermaid.core.mjs')).default;
const pictures = files.filter(name => name.endsWith('.mmd'));
for (const file of pictures) {
  const text = readFileSync(join(output, file), 'utf8');
  const edges = text.split('\n').filter(line => line.includes(' --> ')).length;
  try {
    await mermaid.parse(text);
  } catch (fault) {
    faults.push(`${file}: ${String(fault.message ?? fault).split('\n').slice(0, 3).join(' ')}`);
  }

  if (text.length > 50_000 || edges > 500) {
    faults.push(`${file}: ${text.length} characters and ${edges} edges are more than Mermaid draws`);
  }
}

if (elements < 100 || pictures.length < 50) {
  faults.push(`only ${elements} elements and ${pictures.length} pictures were looked at`);
}

for (const fault of faults.slice(0, 40)) console.log(fault);
console.log(`${elements} elements of ${files.length - pictures.length} pages and ${pictures.length} pictures: ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
