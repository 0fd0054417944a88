// pages.mjs BROWSERS OUTPUT: opens every page of the folder OUTPUT in the browser that CHROMIUM names, and fails if a page cannot be used as it should be.
import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [browsers, output] = process.argv.slice(2).map(path => resolve(path));
const { chromium } = createRequire(join(browsers, 'package.json'))('playwright-core');
const files = readdirSync(output).filter(name => name.endsWith('.html'));
const faults = [];
let checks = 0;

function expect(file, is, what) {
  checks++;
  if (!is) {
    faults.push(`${file}: ${what}`);
  }
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });

async function open(file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('request', request => expect(file, request.url().startsWith('file:'), `it asks for ${request.url()}`));
  page.on('dialog', dialog => { expect(file, false, `a script says “${dialog.message()}”`); dialog.dismiss(); });
  await page.goto(pathToFileURL(join(output, file)).href);
  return page;
}

const shownRules = page => page.evaluate(() =>
  [...document.querySelectorAll('.rule')].filter(rule => rule.checkVisibility({ contentVisibilityAuto: true })).map(rule => rule.className));

// In both dresses, at the width of a telephone and of a desk.
async function checkLooks(file) {
  for (const width of [390, 1280]) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await open(file, { viewport: { width, height: 844 }, colorScheme });
      const where = `at ${width} pixels, ${colorScheme},`;
      await page.evaluate(() => document.querySelectorAll('details').forEach(details => { details.open = true; }));
      const { over, pale } = await page.evaluate(() => {
        const right = document.documentElement.clientWidth;
        const over = [...document.body.querySelectorAll('*')]
          .filter(element => element.checkVisibility() && element.getBoundingClientRect().right > right + 1)
          .map(element => `${element.tagName} “${element.textContent.slice(0, 60)}”`);
        const channel = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
        const numbers = colour => colour.match(/[\d.]+/g).map(Number);
        const behind = element => {
          for (; element; element = element.parentElement) {
            const colour = numbers(getComputedStyle(element).backgroundColor);
            if (colour.length === 3 || colour[3] > 0) {
              return colour;
            }
          }
          return [255, 255, 255];
        };
        const pale = [...document.body.querySelectorAll('*')]
          .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()) && element.checkVisibility())
          .filter(element => {
            const [a, b] = [light(numbers(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x);
            return (a + 0.05) / (b + 0.05) < 4.5;
          })
          .map(element => `“${element.textContent.slice(0, 60)}”`);
        return { over, pale };
      });
      expect(file, over.length === 0, `${where} this runs over: ${over[0]}`);
      expect(file, pale.length === 0, `${where} this is too pale: ${pale[0]}`);
      await page.context().close();
    }
  }
}

// Each button shows as many rules as it says, and those it is for. Where the head of the page leads is shown whatever is asked for.
async function checkFilter(file) {
  const page = await open(file);
  const buttons = await page.locator('.filter input').evaluateAll(inputs =>
    inputs.map(input => ({ id: input.id, count: Number(input.parentElement.querySelector('small').textContent) })));
  for (const { id, count } of buttons) {
    await page.check(`#${id}`);
    const kind = id.startsWith('o-') ? id.slice(2) : id;
    const shown = await shownRules(page);
    if (!id.endsWith('-all')) {
      expect(file, shown.length === count, `${id} says ${count} rules and shows ${shown.length}`);
      expect(file, shown.every(names => names.split(' ').includes(kind)), `${id} shows other rules, too`);
    }
    await page.check('#o-all');
    if (buttons.some(button => button.id === 'h-all')) {
      await page.check('#h-all');
    }
  }

  const links = page.locator('.summary li a');
  if (buttons.some(button => button.id === 'o-fine')) {
    for (let i = 0; i < await links.count(); i++) {
      await page.check('#o-fine');
      const target = (await links.nth(i).getAttribute('href')).slice(1);
      await links.nth(i).click();
      expect(file, await page.evaluate(id => document.getElementById(id).checkVisibility(), target), `a link of its head leads nowhere: ${target}`);
    }
  }
  await page.context().close();
  return buttons.length;
}

// Without a mouse: every link, button and fold is reached, the one that is reached can be seen, and Enter opens what is folded.
async function checkKeyboard(file) {
  const page = await open(file);
  const seen = new Set();
  for (let i = 0; i < 400; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) {
        return null;
      }
      const marked = element.tagName === 'INPUT' ? element.parentElement : element;
      return { place: [...document.querySelectorAll('*')].indexOf(element), tag: element.tagName, outline: getComputedStyle(marked).outlineStyle };
    });
    if (at === null || seen.has(at.place)) {
      break;
    }
    seen.add(at.place);
    expect(file, at.outline !== 'none', `${at.tag} is reached by the keyboard, and nobody sees it`);
  }

  const folds = await page.locator('summary').evaluateAll(all => all.filter(one => one.checkVisibility()).length);
  const links = await page.locator('.summary a').count();
  expect(file, seen.size >= Math.min(400, folds + links), `only ${seen.size} of ${folds} folds and ${links} links are reached by the keyboard`);
  const closed = page.locator('.rest:not([open]) > summary').first();
  if (await closed.count()) {
    const details = await closed.evaluateHandle(summary => summary.parentElement);
    await closed.press('Enter');
    expect(file, await details.evaluate(one => one.open), 'Enter does not open what is folded');
  }
  await page.context().close();
}

// On paper everything lies open, and there is nothing to click.
async function checkPaper(file) {
  const page = await open(file, { viewport: { width: 794, height: 1123 } });
  await page.emulateMedia({ media: 'print' });
  const { hidden, filter } = await page.evaluate(() => ({
    hidden: [...document.querySelectorAll('.rule, .body, .why li')].filter(element => !element.checkVisibility()).length,
    filter: document.querySelector('.filter')?.checkVisibility() ?? false,
  }));
  expect(file, hidden === 0, `on paper ${hidden} parts are hidden`);
  expect(file, !filter, 'on paper there is a filter');
  expect(file, (await page.pdf({ format: 'A4' })).length > 1000, 'it cannot be printed');
  await page.context().close();
}

let buttons = 0;
for (const file of files) {
  await checkLooks(file);
  buttons += await checkFilter(file);
  await checkKeyboard(file);
  await checkPaper(file);
}
expect('the pages', buttons > 20, `there are only ${buttons} buttons`);

// A reason that is written from the right begins at the right, in the head of the page too, where it is one piece of a line from the left.
const page = await open('from-the-right.html');
const { side, head } = await page.evaluate(() => ({
  side: getComputedStyle(document.querySelector('p.reason')).direction,
  head: document.querySelector('.summary bdi[lang=ar]')?.dir,
}));
expect('from-the-right.html', side === 'rtl' && head === 'rtl', `the reason is written ${side}, in the head ${head}`);

await browser.close();
console.log(`${checks} checks of ${files.length} pages: ${faults.length} faults`);
faults.slice(0, 30).forEach(fault => console.log(fault));
process.exit(faults.length === 0 ? 0 : 1);
