// A hostile portal in a reader's hands: everything that scripts do with texts, done with hostile ones.

import { Visitor } from './watch.mjs';

const queries = ['script', 'java', '<', 'hook'];

/** Resolves when the results of what the address asks for stand. */
const settled = (page) => page.waitForFunction(() => !document.getElementById('at_results').hasAttribute('aria-busy'));

async function search(visitor, batch) {
  const { page } = visitor;
  await visitor.visit('search.html');
  for (const query of queries) {
    await page.locator('#at_query').fill(query);
    await page.waitForTimeout(60);
    await settled(page);
    for (const facet of query === 'hook' ? await page.locator('#at_facets select:enabled').all() : []) {
      await facet.selectOption({ index: 1 }).catch(() => {});
      await settled(page);
      await facet.selectOption({ index: 0 });
      await settled(page);
    }
    const others = page.locator('.search-others');
    if (await others.count()) await others.first().click();
    if (await page.locator('#at_more').isVisible()) await page.locator('#at_more').click();
    await settled(page);
    await visitor.look();
  }
  // Every vector as a query and as each of the choices, as an address would bring them.
  for (const { text } of batch) {
    await page.evaluate((query) => {
      location.hash = '#' + new URLSearchParams({ q: query, kind: query, school: query, year: query, topic: query });
    }, text);
    await settled(page);
    await page.evaluate((query) => { location.hash = '#' + new URLSearchParams({ q: query }); }, text);
    await settled(page);
  }
  await visitor.look();
  await page.locator('#at_query').fill('hook');
  await page.waitForTimeout(60);
  await settled(page);
  await page.locator('#at_results .entry-title a').first().click();
  await page.waitForLoadState('load');
  await visitor.look();
}

async function filter(visitor) {
  const { page } = visitor;
  await visitor.visit('cases/index.html');
  for (const facet of await page.locator('.facets [data-facet]').all()) {
    const value = facet.locator('button[data-value]:visible').first();
    if (await value.count()) await value.click();
    await page.waitForTimeout(30);
  }
  await visitor.look();
  await page.evaluate(() => { location.hash = '#school=<img src=x onerror=hook(0)>&topic=__proto__&year=constructor'; });
  await page.waitForTimeout(30);
  await visitor.look();
}

async function sortAndCopy(visitor, kinds) {
  const { page } = visitor;
  for (const kind of ['chapter', 'table_index', 'indicator_group', 'indicator']) {
    if (!kinds.has(kind)) continue;
    await visitor.visit(kinds.get(kind)[0].split('/').map(encodeURIComponent).join('/'));
    await page.evaluate(() => {
      for (const button of [...document.querySelectorAll('button.sort')].slice(0, 30)) button.click();
      for (const button of [...document.querySelectorAll('.permalink, .cite-link, .copy')].slice(0, 60)) button.click();
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.waitForTimeout(60);
    await visitor.look();
  }
}

export async function tryScripts(portal, batch, known, onFault) {
  const context = await portal.browser.newContext({ viewport: { width: 1000, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] });
  const one = await Visitor.open(context, portal.root, known, onFault);
  const other = await Visitor.open(context, portal.root, known, onFault);
  await Promise.all([search(one, batch), filter(other).then(() => sortAndCopy(other, portal.kinds))]);
  await context.close();
}
