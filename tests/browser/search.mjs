// The search page as a reader uses it: over http and from disk, by keyboard, with an address that can be sent. What is found is held by
// tests/search/; here its questions are typed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { listen } from './pages.mjs';

/** Resolves when the results of `query` stand. */
const answered = (page, query) => page.waitForFunction((asked) => {
  const shown = new URLSearchParams(location.hash.slice(1)).get('q') ?? '';
  return shown === asked && !document.getElementById('at_results').hasAttribute('aria-busy');
}, query.trim());

const type = async (page, query) => {
  await page.locator('#at_query').fill(query);
  await answered(page, query);
};

const results = (page) => page.locator('#at_results .entry-title a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));

async function checkQuestions(page, questions, report, where) {
  for (const [query, answer] of questions) {
    await type(page, query);
    const found = await results(page);
    const right = answer === '-' ? found.length === 0 : found.length > 0 && (answer.startsWith('~') || found[0] === answer);
    report.check(`${where}: ${query}`, right ? null : `${answer} expected, found ${found.slice(0, 3)}`);
  }
}

async function checkKeyboard(page, report) {
  await type(page, '女书');
  await page.locator('h1').click();
  await page.keyboard.press('/');
  report.equal('/ goes to the field', await page.evaluate(() => document.activeElement.id), 'at_query');
  await page.keyboard.press('ArrowDown');
  report.equal('↓ goes to the first result', await page.evaluate(() => document.activeElement.getAttribute('href')), (await results(page))[0]);
  await page.keyboard.press('ArrowUp');
  report.equal('↑ goes back to the field', await page.evaluate(() => document.activeElement.id), 'at_query');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  report.equal('Esc goes back to the field', await page.evaluate(() => document.activeElement.id), 'at_query');
  await page.keyboard.press('Escape');
  await answered(page, '');
  report.equal('Esc in the field empties it', [await page.locator('#at_query').inputValue(), (await results(page)).length], ['', 0]);
}

async function checkArrival(page, report) {
  await type(page, '女书');
  const passage = page.locator('.search-passage[href*="#p-"]').first();
  await passage.waitFor();
  report.equal('a passage shows the word marked', await passage.locator('mark').first().textContent(), '女书');
  const anchor = (await passage.getAttribute('href')).match(/#([^:]+)/)[1];
  await passage.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#p-/);
  report.equal('Enter leads to the paragraph and marks it', await page.evaluate(() => document.querySelector(':target')?.id), anchor);
  await page.goBack();
  await answered(page, '女书');
  report.check('going back finds the results again', (await results(page)).length > 0 ? null : 'no results');
}

async function checkNarrowing(page, report) {
  await type(page, '学校');
  await page.locator('select[name="kind"]').selectOption('article');
  await answered(page, '学校');
  await page.waitForFunction(() => location.hash.includes('kind=article'));
  await answered(page, '学校');
  report.check('narrowed to articles', (await results(page)).filter((address) => !address.startsWith('articles/')));
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await answered(page, '学校');
  report.check('the address brings the narrowed results back', (await results(page)).filter((one) => !one.startsWith('articles/')));
  await page.locator('select[name="kind"]').selectOption('');
  await page.waitForFunction(() => !location.hash.includes('kind='));
}

async function checkNothing(page, report) {
  await type(page, '长沙民正学院');
  report.equal('nothing found is said', await page.locator('#at_nothing').isVisible(), true);
  report.check('the nearest names are offered', (await page.locator('#at_nothing .chips a').allTextContents()).includes('长沙民政职业技术学院') ? null : 'not there');
}

async function checkMasthead(page, root, report) {
  await page.goto(root + 'index.html');
  await page.locator('#at_masthead-query').fill('储能');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search\.html/);
  await answered(page, '储能');
  report.check('the field in the head of a page leads to results', (await results(page)).length > 0 ? null : 'no results');
}

export async function checkSearch(site, report) {
  const questions = readFileSync(join(site.project, 'tests/search/questions.txt'), 'utf8').split('\n')
    .filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
  const disk = pathToFileURL(site.folder).href + '/';
  for (const [where, root] of [['http', site.root], ['disk', disk]]) {
    const context = await site.browser.newContext({ locale: 'zh-CN', viewport: { width: 1000, height: 900 } });
    const page = await context.newPage();
    const complaints = listen(page, root);
    await page.goto(root + 'search.html');
    await checkQuestions(page, questions, report, where);
    await checkKeyboard(page, report);
    await checkArrival(page, report);
    await checkNarrowing(page, report);
    await checkNothing(page, report);
    await checkMasthead(page, root, report);
    report.check(`search over ${where}: no complaint`, complaints);
    await context.close();
  }
}
