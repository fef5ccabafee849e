// How a reader sets the page up and finds the way in it: large text, the section that is read marked in the contents, a place that is no longer on
// the page it was linked on.

import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

import { listen } from './pages.mjs';

const size = (page) => page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector('.prose') ?? document.body).fontSize));

async function checkLargeText(context, root, where, site, report) {
  const page = await context.newPage();
  const complaints = listen(page, root);
  const chapter = site.kinds.get('chapter')[0];
  await page.goto(root + chapter);
  const standard = await size(page);
  const button = page.locator('.text-size');
  report.equal(`${where}: text is of standard size at first`, await button.getAttribute('aria-pressed'), 'false');
  await button.focus();
  await page.keyboard.press('Enter');
  const large = await size(page);
  report.check(`${where}: the button makes text larger`, large >= standard * 1.25 ? null : `${standard} → ${large}`);
  report.equal(`${where}: the button says so`, await button.getAttribute('aria-pressed'), 'true');
  await page.locator('.voice', { hasText: '大字' }).waitFor();
  await page.goto(root + site.kinds.get('case_page')[0]);
  report.equal(`${where}: the next page is large too`, await size(page), large);
  report.equal(`${where}: its button says so`, await page.locator('.text-size').getAttribute('aria-pressed'), 'true');
  await page.locator('.text-size').click();
  await page.goto(root + chapter);
  report.equal(`${where}: standard size again`, await size(page), standard);
  report.check(`${where}: no complaint`, complaints);
  await page.close();
}

async function checkLargeLayout(context, site, report) {
  const page = await context.newPage();
  await page.addInitScript(() => localStorage.setItem('reportal-text', 'large'));
  for (const kind of ['home', 'chapter', 'case_page', 'case_index', 'indicator_group', 'search']) {
    for (const width of [375, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.root + site.kinds.get(kind)[0]);
      const { scroll, client } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth }));
      report.check(`${kind} in large text at ${width}: nothing sticks out`, scroll <= client + 1 ? null : `${scroll} of ${client} pixels`);
    }
  }
  await page.close();
}

async function checkSections(context, site, report) {
  const page = await context.newPage();
  const complaints = listen(page, site.root);
  const path = site.kinds.get('chapter')[0];
  await page.goto(site.root + path);
  const marked = () => page.locator('.contents a[href^="#"][aria-current]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const links = await page.locator('.contents a[href^="#"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  for (const at of [links.length - 1, Math.floor(links.length / 2), 1]) {
    const link = links[at];
    await page.evaluate((hash) => document.getElementById(decodeURIComponent(hash.slice(1))).scrollIntoView({ block: 'start' }), link);
    // The last sections may be too short to reach the top of the window; then a later one is read.
    await page.waitForFunction((hash) => {
      const shown = document.querySelector('.contents a[href^="#"][aria-current="location"]');
      return shown && (shown.getAttribute('href') === hash || scrollY + innerHeight >= document.documentElement.scrollHeight - 2);
    }, link);
    report.equal(`one section is marked: ${link}`, (await marked()).length, 1);
    const seen = await page.evaluate(() => {
      const [link, side] = [document.querySelector('.contents [aria-current="location"]'), document.querySelector('.reading-side')].map((e) => e.getBoundingClientRect());
      return link.top >= side.top - 1 && link.bottom <= side.bottom + 1;
    });
    report.check(`the marked entry is seen: ${link}`, seen ? null : 'it is scrolled out of its list');
  }
  report.check('following sections: no complaint', complaints);
  await page.close();
}

/** A chapter that has grown too long goes over pages; links to its places on the first of them still lead there. */
async function checkMovedPlace(context, root, where, site, report) {
  const page = await context.newPage();
  const complaints = listen(page, root);
  const second = site.kinds.get('chapter').find((path) => path.endsWith('-2.html'));
  const id = /<h1 id="([^"]+)"/.exec(site.files.get(second))[1];
  await page.goto(`${root}${second.replace(/-2\.html$/, '.html')}#${encodeURIComponent(id)}`);
  await page.waitForURL(/full\.html#/);
  report.equal(`${where}: a place that has moved is found`, await page.evaluate(() => document.querySelector(':target')?.id), id);
  report.check(`${where}: no complaint about a moved place`, complaints);
  await page.close();
}

export async function checkReading(site, report) {
  const open = (options = {}) => site.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', ...options });
  const disk = pathToFileURL(join(site.folder, '/')).href;
  for (const [where, root] of [['over http', site.root], ['from disk', disk]]) {
    const context = await open();
    await checkLargeText(context, root, `large text ${where}`, site, report);
    await checkMovedPlace(context, root, where, site, report);
    await context.close();
  }
  const context = await open();
  await checkSections(context, site, report);
  await checkLargeLayout(context, site, report);
  await context.close();
}
