// Search on the corpus portal, typed key by key: everything that the page then shows, to the last passage, equals a plain scan of all texts that
// the index holds. How long a key takes is printed, and nothing depends on it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { everything, Scan } from '../search/scan.mjs';
import { loadEngine, openIndex } from '../search/site_index.mjs';
import { inPairs, listen } from './pages.mjs';

const questionsFile = new URL('corpus_questions.txt', import.meta.url);

/** Notes how long it takes from a key to its results, and whether something was loaded for them. Runs in the page before its scripts. */
function watchKeys() {
  globalThis.keyTimes = [];
  let typed = 0;
  let loads = 0;
  const loaded = () => document.head.querySelectorAll('script').length + performance.getEntriesByType('resource').length;
  addEventListener('input', (event) => {
    if (event.target.id !== 'at_query') return;
    loads = loaded();
    typed = performance.now();
  }, true);
  addEventListener('DOMContentLoaded', () => {
    const list = document.getElementById('at_results');
    new MutationObserver(() => {
      if (list.hasAttribute('aria-busy') || typed === 0) return;
      globalThis.keyTimes.push([performance.now() - typed, loaded() > loads]);
      typed = 0;
    }).observe(list, { attributes: true, attributeFilter: ['aria-busy'] });
  });
}

/** Types a query, each key when the results of the one before stand. */
async function type(page, query) {
  await page.locator('#at_query').focus();
  for (const character of query) {
    const before = await page.evaluate(() => globalThis.keyTimes.length);
    await page.keyboard.type(character);
    await page.waitForFunction((count) => globalThis.keyTimes.length > count, before, { polling: 5 });
  }
}

/** All that is found, after every button that shows more of it: { pages, passages }, addresses in the order of the alphabet. */
const shown = (page) => page.evaluate(async () => {
  const more = document.getElementById('at_more');
  const list = document.getElementById('at_results');
  const until = async (done) => { while (!done()) await new Promise((resolve) => setTimeout(resolve, 2)); };
  while (!more.hidden) {
    more.click();
    await until(() => !list.hasAttribute('aria-busy'));
  }
  for (const button of [...list.querySelectorAll('.search-others')]) button.click();
  await until(() => !list.querySelector('.search-others'));
  await until(() => ![...list.querySelectorAll('.entry-summary')].some((place) => place.childElementCount === 0));
  const addresses = (selector) => [...list.querySelectorAll(selector)].map((link) => decodeURI(link.getAttribute('href').replace(/:~:.*$/, ''))).sort();
  return { pages: addresses('.entry-title a'), first: list.querySelector('.entry-title a')?.getAttribute('href'), passages: addresses('.search-passage') };
});

/** The same, by a scan. */
function expected(engine, scan, passages, query) {
  const ids = scan.find(query);
  const address = (id) => decodeURI(passages[id].page.address);
  return {
    pages: [...new Set(ids.map(address))].sort(),
    passages: ids.filter((id) => id >= engine.pages).map((id) => address(id) + (passages[id].anchor ? '#' + passages[id].anchor : '')).sort(),
  };
}

const difference = (got, wanted) => [
  ...got.filter((one) => !wanted.includes(one)).slice(0, 3).map((one) => `${one} is too many`),
  ...wanted.filter((one) => !got.includes(one)).slice(0, 3).map((one) => `${one} is missing`),
  got.length !== wanted.length && `${got.length} are shown, a scan finds ${wanted.length}`,
];

export async function checkTyping(portal, report) {
  const questions = readFileSync(questionsFile, 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
  report.check('there are at least sixty questions', questions.length >= 60 ? null : `${questions.length}`);
  const { Engine, parse } = loadEngine(join(portal.project, 'themes/default/assets/search-engine.js'));
  const { engine, data } = openIndex(Engine, portal.folder);
  const passages = await everything(engine);
  const scan = new Scan(engine, passages, data.traditional, parse);
  const times = [];
  const context = await portal.browser.newContext({ locale: 'zh-CN', viewport: { width: 1000, height: 900 } });
  let pages = 0;
  let texts = 0;
  await inPairs(questions, async ([query, answer]) => {
    const page = await context.newPage();
    const complaints = listen(page, portal.root);
    await page.addInitScript(watchKeys);
    await page.goto(`${portal.root}search.html`);
    await type(page, query);
    times.push(...(await page.evaluate(() => globalThis.keyTimes)).slice(1));
    const got = await shown(page);
    const wanted = expected(engine, scan, passages, query);
    pages += got.pages.length;
    texts += got.passages.length;
    report.check(`typed: ${query}: pages as by a scan`, difference(got.pages, wanted.pages));
    report.check(`typed: ${query}: passages as by a scan`, difference(got.passages, wanted.passages));
    const right = answer === '-' ? got.pages.length === 0 : answer.startsWith('~') ? got.pages.includes(answer.slice(1)) : got.first === answer;
    report.check(`typed: ${query}: the known answer`, right ? null : `${answer} expected, found ${got.pages.slice(0, 3)}`);
    report.check(`typed: ${query}: no complaint`, complaints);
    await page.close();
  });
  await context.close();
  const told = (loads) => {
    const some = times.filter(([, loaded]) => loaded === loads).map(([time]) => time).sort((a, b) => a - b);
    return some.length ? `median ${some[some.length >> 1].toFixed(0)} ms, most ${some.at(-1).toFixed(0)} ms, of ${some.length}` : 'none';
  };
  console.log(`${portal.name}: ${questions.length} queries typed, ${pages} pages and ${texts} passages shown as a scan finds them; from a key to its results, ` +
    `after the first: ${told(false)} with nothing to load; ${told(true)} with shards to load, two windows at a time`);
}
