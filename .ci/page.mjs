// page.mjs BROWSERS PAGE OUTPUT TOOL: uses the page in the folder PAGE as people do, in the browser that CHROMIUM names, and fails if it does not do what it should. Then the same page from TOOL,
// over a folder. Pictures go to OUTPUT, and how long things take is printed.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, resolve } from 'node:path';

const [browsers, root, output, tool] = process.argv.slice(2).map(path => resolve(path));
const require = createRequire(join(browsers, 'package.json'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const faults = [];
let checks = 0;

function expect(is, what) {
  checks++;
  if (!is) {
    faults.push(what);
    console.log(`FAULT: ${what}`);
  }
}

// A host that knows nothing but files, and has the page somewhere below its root.
const kinds = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm' };
const host = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
  const file = join(root, path.replace(/^\/somewhere\//, '/').replace(/\/$/, '/index.html'));
  if (!path.startsWith('/somewhere/') || !existsSync(file) || statSync(file).isDirectory()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': kinds[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
});
await new Promise(ready => host.listen(0, '127.0.0.1', ready));
const address = `http://127.0.0.1:${host.address().port}/somewhere/`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

async function open(url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, permissions: ['clipboard-read', 'clipboard-write'], ...options });
  const page = await context.newPage();
  page.on('pageerror', error => expect(false, `a script fails: ${error.message}`));
  page.on('console', message => ['error', 'warning'].includes(message.type()) && expect(false, `the browser says: ${message.text()}`));
  context.on('request', request => expect(request.url().startsWith(new URL(url).origin) || /^(blob|data):/.test(request.url()), `it asks for ${request.url()}`));
  await page.goto(url);
  await settled(page);
  return page;
}

// Everything that is worked out after a change has been.
const settled = page => page.waitForFunction(() => document.body.dataset.settled !== undefined && document.body.dataset.settled === document.body.dataset.changes, null, { timeout: 120_000 });
const outcome = page => page.textContent('#outcome');
const picture = (page, name) => page.screenshot({ path: join(output, `${name}.png`) });
const tab = (page, name) => page.getByRole('tab', { name }).click();

/** Writes text behind the first place of another in the editor that is shown. */
async function type(page, behind, typed) {
  kept = await text(page);
  await page.evaluate(behind => {
    const view = document.querySelector('.panel:not([hidden]) .cm-content').cmTile.view;
    const at = view.state.doc.toString().indexOf(behind) + behind.length;
    view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
    view.focus();
  }, behind);
  await page.keyboard.type(typed);
}

/** Takes back what was typed since `kept`. */
async function undo(page) {
  for (let i = 0; i < 12 && await text(page) !== kept; i++) {
    await page.keyboard.press('Control+z');
  }
  expect(await text(page) === kept, 'what was typed is taken back');
  await settled(page);
}

let kept;
const text = page => page.evaluate(() => document.querySelector('.panel:not([hidden]) .cm-content').cmTile.view.state.doc.toString());

async function checkLooks(page, name) {
  const over = await page.evaluate(() => [...document.querySelectorAll('body *')]
    .filter(element => element.checkVisibility() && !element.closest('.cm-scroller, #tabs') && element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map(element => `${element.tagName}.${element.className} “${element.textContent.slice(0, 40)}”`));
  expect(over.length === 0, `${name}: ${over.length} parts run over, ${over[0]}`);
  await page.evaluate(`if (!window.axe) { ${axe} }`);
  const { violations } = await page.evaluate(() => window.axe.run());
  for (const { id, nodes } of violations) {
    expect(false, `${name}: axe says ${id} of ${nodes.map(node => node.html.slice(0, 120)).slice(0, 3).join(' and ')}`);
  }
  checks++;
  await picture(page, name);
}

// The first visit, and how long it takes.
const start = Date.now();
const page = await open(address);
console.log(`opened and settled in ${Date.now() - start} ms; the first verdict took ${await page.getAttribute('#outcome', 'data-took')} ms in the worker`);
expect(await outcome(page) === 'undetermined', 'security-guarantees opens with its report, which leaves the talks open');
await checkLooks(page, 'desktop');

// A mistake and its cure.
await tab(page, 'Rules');
await type(page, '"agreement.legallyBindin', 'x');
await page.waitForSelector('#problems li');
expect(/NR2001/.test(await page.textContent('#problems')), `a misspelt fact is told of: ${await page.textContent('#problems')}`);
expect(await page.locator('.panel:not([hidden]) .cm-lintRange-error').count() > 0, 'and underlined');
expect(await outcome(page) === 'undetermined before the mistake' && await page.locator('#stages .stage').count() > 0, `the verdict stays, and says of what it is: ${await outcome(page)}`);
expect(/security-guarantees\.rules\.json has 1 error\..*the rules as they were before/.test(await page.textContent('#stages .mistake')), `a remark tells why: ${await page.textContent('#stages')}`);
await checkLooks(page, 'mistake');
await page.locator('#problems .apply').first().click();
await settled(page);
expect(await page.isHidden('#problems') && await outcome(page) === 'undetermined' && await page.locator('#stages .mistake').count() === 0, 'its cure cures it');

// A mistake in the scenario leaves no verdict, and that is said.
await tab(page, 'Scenario');
await type(page, '{', ' "nonsense": 1,');
await settled(page);
expect(/There is no verdict: the scenario has a mistake: .*nonsense/.test(await page.textContent('#stages')), `what is wrong with the scenario is told: ${await page.textContent('#stages')}`);
await undo(page);

// Completion, by keyboard.
await tab(page, 'Scenario');
await type(page, '{', '\n  "');
await page.keyboard.press('Control+Space');
await page.waitForSelector('.cm-tooltip-autocomplete');
expect(/agreement|talks|demands|conduct/.test(await page.textContent('.cm-tooltip-autocomplete')), 'facts of the vocabulary are suggested');
await page.waitForSelector('.cm-completionInfo .told');
await checkLooks(page, 'completion');
await page.waitForTimeout(100);
await page.keyboard.press('Enter');
await page.waitForFunction(() => document.querySelector('.cm-tooltip-autocomplete') === null);
expect(/\{\n\s*"\w+": (\{ {2}\}|""|\[ {2}\]|true)/.test(await text(page)), `what is chosen is written with a place to fill in: ${(await text(page)).slice(0, 400)}`);
await undo(page);
await tab(page, 'Vocabulary');
await type(page, '"properties": {', '\n "crew": { "type": "');
await page.waitForSelector('.cm-tooltip-autocomplete');
expect(/object.*array.*string.*number.*integer.*boolean/s.test(await page.textContent('.cm-tooltip-autocomplete')), 'the types of vocabularies are suggested');
expect((await outcome(page)).startsWith('undetermined'), 'meanwhile the verdict stays');
await picture(page, 'vocabulary');
await page.keyboard.press('Escape');
await undo(page);

// What a word means, by mouse and by keyboard.
await tab(page, 'Rules');
const point = await page.evaluate(async () => {
  const view = document.querySelector('.panel:not([hidden]) .cm-content').cmTile.view;
  const at = view.state.doc.toString().indexOf('"agreement.legallyBinding"') + 4;
  view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
  view.focus();
  await new Promise(drawn => setTimeout(drawn, 300));
  const { left, top, bottom } = view.coordsAtPos(at);
  return { x: left + 1, y: (top + bottom) / 2 };
});
await page.mouse.move(point.x, point.y);
await page.mouse.move(point.x + 2, point.y);
await page.waitForSelector('.cm-tooltip-hover .told');
expect(/agreement\.legallyBinding — true or false/.test(await page.textContent('.cm-tooltip-hover .told')), `a fact is told with its type: ${await page.textContent('.cm-tooltip-hover .told')}`);
await checkLooks(page, 'hover');
await page.mouse.move(5, 5);
await page.waitForFunction(() => document.querySelector('.cm-tooltip-hover') === null);
await page.keyboard.press('Control+i');
await page.waitForSelector('.told');
expect(/agreement\.legallyBinding/.test(await page.textContent('.told')), 'and by the keyboard');
await page.keyboard.press('ArrowRight');
await page.waitForFunction(() => document.querySelector('.told') === null);

// A remedy.
await page.selectOption('#scenario', { label: 'postponed' });
await settled(page);
expect(await outcome(page) === 'invalid', 'postponed talks are invalid');
await page.locator('#remedies .apply').first().click();
await settled(page);
expect((await page.textContent('.stage')).startsWith('✓talks: valid'), `after the first remedy the talks are ${await page.textContent('.stage')}`);
await picture(page, 'remedy');

// A sentence leads to its fact, a card to its rule.
await page.selectOption('#scenario', { label: 'diplomats-only' });
await settled(page);
await page.locator('#cards .fact').first().click();
await page.waitForFunction(() => document.querySelector('#panel-scenario .cm-content').cmTile.view.state.selection.main.empty === false);
expect(await page.getAttribute('#tab-scenario', 'aria-selected') === 'true', 'a sentence selects its fact in the scenario');
await page.locator('#cards .inrules').first().click();
expect(await page.getAttribute('#tab-rules', 'aria-selected') === 'true', 'a card shows its rule');
await page.locator('.rule:not([open]) > summary').first().hover();
const folded = page.locator('.rule:not([open]) > summary').first();
await folded.click();
await settled(page);
expect(await page.locator('.rule[open] .body').count() > 1, 'a folded card opens and says why');

// Whose rules, and which outcomes.
const all = await page.locator('.rule').count();
await page.locator('#filters label', { hasText: 'violated' }).click();
const few = await page.locator('.rule').count();
expect(few > 0 && few < all, `of ${all} cards the filter leaves ${few}`);

// Another scenario beside it.
await page.selectOption('#with', { label: 'everything-met' });
await settled(page);
expect(await page.locator('#comparison tbody tr').count() > 2, 'two scenarios are compared');
await picture(page, 'comparison');

// A parameter.
await page.selectOption('#set', { label: 'four-empires' });
await settled(page);
console.log(`four-empires: a verdict took ${await page.getAttribute('#outcome', 'data-took')} ms in the worker`);
const turning = page.locator('.parameter').filter({ hasText: 'The verdict turns' }).first();
expect(await turning.count() > 0, 'a parameter says where the verdict turns');
await picture(page, 'four-empires');
if (await turning.count() > 0) {
  const name = await turning.locator('label').textContent();
  const before = await page.textContent('#stages');
  const slider = page.locator('.parameter', { has: page.getByText(name, { exact: true }) }).locator('input');
  for (const key of ['Home', 'End']) {
    await slider.focus();
    await page.keyboard.press(key);
    await settled(page);
    if (await page.textContent('#stages') !== before) {
      break;
    }
  }
  expect(await page.textContent('#stages') !== before, `the slider of ${name} turns the verdict`);
  await turning.scrollIntoViewIfNeeded();
  await picture(page, 'slider');
}

// A link holds all of it.
await tab(page, 'Scenario');
await type(page, '{', ' /* shared */');
await settled(page);
const stages = await page.textContent('#stages');
await page.click('#link');
await page.waitForFunction(() => location.hash.startsWith('#s='));
const link = page.url();
console.log(`a link has ${link.length} characters`);
const shared = await open(link);
await tab(shared, 'Scenario');
expect(await shared.textContent('#stages') === stages && (await text(shared)).includes('/* shared */'), 'whoever opens the link sees the same');
await shared.context().close();

// A folder to take away, and the description.
const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
await download.saveAs(join(output, 'four-empires.zip'));
expect(readFileSync(join(output, 'four-empires.zip')).includes('four-empires/four-empires.rules.json'), 'the folder holds the rules');
await page.click('#describe');
await page.waitForSelector('#description[open]');
expect((await page.textContent('#described')).length > 1000, 'the rules are described');
await checkLooks(page, 'description');
await page.keyboard.press('Escape');

// What a change costs.
for (const set of ['security-guarantees', 'four-empires']) {
  await page.selectOption('#set', { label: set });
  await settled(page);
  const took = { Scenario: [], Rules: [] };
  for (const name of Object.keys(took)) {
    await tab(page, name);
    for (let i = 0; i < 8; i++) {
      await page.evaluate(() => { document.querySelector('#outcome').dataset.took = ''; });
      await type(page, '{', ' ');
      await page.waitForFunction(() => document.querySelector('#outcome').dataset.took !== '');
      took[name].push(+await page.getAttribute('#outcome', 'data-took'));
    }
  }
  const middle = values => values.sort((a, b) => a - b)[values.length >> 1];
  console.log(`${set}: a change of the scenario takes ${middle(took.Scenario)} ms in the worker, one of the rules ${middle(took.Rules)} ms`);
}

// Without a network.
await page.evaluate(() => navigator.serviceWorker.ready);
await page.context().setOffline(true);
host.closeAllConnections();
await page.goto(address);
await settled(page);
expect(await outcome(page) === 'undetermined', 'it opens without a network');
await page.context().close();

// Other dresses, other widths, and paper.
for (const [name, options] of Object.entries({
  dark: { colorScheme: 'dark' }, phone: { viewport: { width: 390, height: 844 }, hasTouch: true }, 'phone-dark': { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }, narrow: { viewport: { width: 320, height: 640 } },
})) {
  const other = await open(address, options);
  await checkLooks(other, name);
  if (name === 'phone') {
    const [verdict, editors] = await Promise.all(['#verdict', '#editors'].map(part => other.locator(part).boundingBox()));
    expect(verdict.y < editors.y, 'on a telephone the verdict comes first');
    await tab(other, 'Scenario');
    await other.locator('#editors').scrollIntoViewIfNeeded();
    await picture(other, 'phone-editor');
    await type(other, '{', ' "');
    await other.waitForSelector('.cm-tooltip-autocomplete');
    await settled(other);
    const { y } = await other.locator('.cm-tooltip-autocomplete').boundingBox();
    expect(y > 0 && y < 844, `what is suggested stays in sight, at ${y}`);
    await checkLooks(other, 'phone-completion');
    await other.keyboard.press('Escape');
    await undo(other);
    await tab(other, 'Rules');
    await type(other, '{', ' nonsense');
    await settled(other);
    expect(await other.locator('#stages .mistake').count() === 1 && await other.locator('#stages .stage').count() > 0, 'on a telephone the verdict stays, too');
    await other.evaluate(() => scrollTo(0, 0));
    await checkLooks(other, 'phone-mistake');
  }
  if (name === 'dark') {
    await other.emulateMedia({ media: 'print', colorScheme: 'light' });
    expect(await other.isHidden('#editors'), 'paper shows the verdict alone');
    await other.pdf({ path: join(output, 'paper.pdf') });
    await picture(other, 'paper');
  }
  await other.context().close();
}

// By keyboard alone: the tabs, the filter, a card.
const keys = await open(address);
await keys.focus('#tab-rules');
await keys.keyboard.press('ArrowRight');
expect(await keys.getAttribute('#tab-scenario', 'aria-selected') === 'true', 'arrows go through the tabs');
await keys.focus('.rule > summary');
await keys.keyboard.press('Enter');
expect(await keys.locator('.rule').first().getAttribute('open') === null, 'a card is closed by the keyboard');
await settled(keys);
expect(await keys.locator('.rule').first().getAttribute('open') === null, 'and stays closed');
await keys.context().close();

// A folder of this machine.
const folder = join(output, 'folder');
mkdirSync(folder, { recursive: true });
cpSync('rules/delegations', folder, { recursive: true });
rmSync(join(folder, 'broken'), { recursive: true, force: true });
const serving = spawn('dotnet', [tool, 'serve', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
process.on('exit', () => serving.kill());
const said = await new Promise((told, ended) => {
  let all = '';
  serving.stdout.on('data', part => (all += part).includes('Ctrl+C') && told(all));
  serving.on('exit', code => ended(new Error(`negotiate serve ended with ${code}`)));
});
const served = await open(/http:\S+/.exec(said)[0]);
await tab(served, 'Scenario');
const path = await served.textContent('#panel-scenario .file');
await type(served, '{', ' /* saved */');
await settled(served);
await served.keyboard.press('Control+s');
await served.waitForFunction(() => document.querySelector('#save').disabled);
expect(readFileSync(join(folder, path), 'utf8').includes('/* saved */'), 'what is saved stands in the file');
writeFileSync(join(folder, path), readFileSync(join(folder, path), 'utf8').replace('/* saved */', '/* changed */'));
await served.waitForFunction(() => document.querySelector('#panel-scenario .cm-content').cmTile.view.state.doc.toString().includes('/* changed */'), null, { timeout: 20_000 });
await settled(served);
const long = join(folder, 'all-of-1994.jsonl');
writeFileSync(long, '\n'.repeat(8_000_001));
await served.waitForSelector('#left-out', { timeout: 20_000 });
expect((await served.textContent('#left-out')).includes('all-of-1994.jsonl: longer than 8 MB'), 'what is not opened is said to be left out');
await checkLooks(served, 'served');
rmSync(long);
await served.waitForFunction(() => document.querySelector('#left-out') === null, null, { timeout: 20_000 });
await served.context().close();
serving.kill('SIGINT');

await browser.close();
host.close();
console.log(`${checks} checks, ${faults.length} faults`);
faults.forEach(fault => console.log(`- ${fault}`));
process.exit(faults.length === 0 ? 0 : 1);
