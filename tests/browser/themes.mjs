// The second theme: it replaces the tokens and two templates of the default one, and these alone make another face.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const replaced = ['assets/style/tokens.css', 'templates/home.html', 'templates/masthead.html', 'theme.yaml'];

const tokens = (css) => new Set([...css.matchAll(/^\s*(--[a-z0-9-]+):/gm)].map(([, name]) => name));

/** What a reader sees of the hand of a theme. Runs in the page. */
function hand() {
  const style = (selector) => getComputedStyle(document.querySelector(selector));
  return { masthead: style('.masthead').backgroundColor, title: style('h1').fontFamily, paper: style('html').backgroundColor };
}

export async function checkThemes(demo, plain, report) {
  const theme = join(plain.project, 'themes/plain');
  const files = readdirSync(theme, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(theme.length + 1)).sort();
  report.equal('the plain theme replaces tokens and two templates', files, replaced);
  const [own, original] = ['plain', 'default'].map((name) => tokens(readFileSync(join(plain.project, 'themes', name, 'assets/style/tokens.css'), 'utf8')));
  report.equal('it has every token of the default theme', [...original].filter((name) => !own.has(name)), []);
  const context = await plain.browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
  const page = await context.newPage();
  const hands = [];
  for (const portal of [demo, plain]) {
    await page.goto(portal.root + 'index.html');
    hands.push(await page.evaluate(hand));
  }
  await context.close();
  for (const part of Object.keys(hands[0])) report.check(`another ${part}`, hands[0][part] === hands[1][part] ? hands[0][part] : null);
}
