// What the script adds, used as a reader uses it: by mouse and by keyboard.

import { listen } from './pages.mjs';

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
};

async function checkSorting(site, context, report) {
  const page = await context.newPage();
  const complaints = listen(page, site.root);
  // Rows of our own, so that every way of writing a number is there.
  const rows = [['荆州', '约 3.5万'], ['北海', '≥1,200'], ['太原', '—'], ['丹东', '2.1亿元'], ['安阳', '98.5'], ['合计', '9']];
  await page.goto(site.root + 'index.html');
  await page.evaluate((cells) => {
    const body = (list) => list.map(([a, b]) => `<tr><th scope="row">${a}</th><td>${b}</td></tr>`).join('');
    document.querySelector('main').innerHTML = `<table data-sortable><thead><tr><th scope="col">城市</th><th scope="col">数</th></tr></thead><tbody>
      ${body(cells)}<tr class="group"><th colspan="2" scope="rowgroup">组</th></tr>${body([['乙', '10'], ['甲', '9']])}</tbody></table>`;
    const old = document.querySelector('script[src*="site."]');
    const again = document.createElement('script');
    Object.assign(again.dataset, old.dataset);
    again.src = old.src;
    document.head.append(again);
  }, rows);
  await page.locator('button.sort').first().waitFor();
  const first = () => page.locator('tbody tr > :first-child').allTextContents();
  const press = async (n) => { await page.locator('button.sort').nth(n).focus(); await page.keyboard.press('Enter'); };
  await press(1);
  report.equal('numbers ascending, missing last, the total and groups kept', await first(), ['安阳', '北海', '荆州', '丹东', '太原', '合计', '组', '甲', '乙']);
  report.equal('aria-sort is said', await page.locator('th[aria-sort]').evaluateAll((heads) => heads.map((h) => h.textContent + h.getAttribute('aria-sort'))), ['数ascending']);
  await page.locator('.voice', { hasText: '升序' }).last().waitFor();
  await press(0);
  report.equal('names in pinyin order', (await first()).slice(0, 6), ['安阳', '北海', '丹东', '荆州', '太原', '合计']);
  await press(1);
  await press(1);
  report.equal('descending, groups in themselves', (await first()).slice(-3), ['组', '乙', '甲']);
  await press(1);
  report.equal('the third time the order is the old one', await first(), [...rows.map(([name]) => name), '组', '乙', '甲']);
  report.check('sorting: no complaint', complaints);
  await page.close();
}

async function checkSortingOfReports(site, context, report) {
  const page = await context.newPage();
  const path = site.kinds.get('chapter').find((name) => site.files.get(name).includes('<table data-sortable>'));
  await page.goto(site.root + path);
  const table = page.locator('table[data-sortable]').first();
  const rows = await table.locator('tbody tr').count();
  await table.locator('button.sort').first().click();
  report.equal('a report\'s table sorts', await table.locator('th[aria-sort="ascending"]').count(), 1);
  report.equal('a report\'s table keeps its rows', await table.locator('tbody tr').count(), rows);
  await page.goto(site.root + site.kinds.get('indicator_group')[0]);
  const heads = await page.locator('table[data-sortable] thead th').count();
  report.equal('every column of an indicator table sorts', await page.locator('table[data-sortable] button.sort').count(), heads);
  await page.close();
}

async function checkFilters(site, context, report) {
  const page = await context.newPage();
  const complaints = listen(page, site.root);
  const loads = [];
  page.on('request', (request) => { if (request.url().endsWith('data/cases.js')) loads.push(request.url()); });
  await page.goto(`${site.root}cases/index.html`);
  report.equal('the cases are not loaded before a filter is used', loads.length, 0);
  const all = await page.locator('main > .entries .entry').count();
  const school = page.locator('.facets [data-facet="school"] button[data-value]').first();
  const promised = Number(await school.locator('.figure-count').textContent());
  await school.focus();
  await page.keyboard.press('Space');
  await page.locator('.filter-bar').waitFor();
  report.equal('a filter shows as many cases as it promised', await page.locator('.filter-count').textContent(), `共 ${promised} 个案例`);
  report.equal('the cases are loaded once', loads.length, 1);
  report.equal('focus stays on the filter', await page.evaluate(() => document.activeElement.getAttribute('aria-pressed')), 'true');
  const year = page.locator('.facets [data-facet="year"] button[data-value]:visible').first();
  const both = Number(await year.locator('.figure-count').textContent());
  await year.click();
  await page.waitForFunction((n) => document.querySelector('.filter-count').textContent === `共 ${n} 个案例`, both);
  const shown = await page.locator('main > .entries:visible .entry').count();
  report.equal('two filters show what the second one\'s count said', shown, Math.min(both, 60));
  const address = page.url();
  report.check('the address can be shared', /#school=[^&]+&year=\d+$/.test(address) ? null : address);
  const link = page.locator('main > .entries:visible .entry a').first();
  const title = await link.textContent();
  await link.click();
  report.equal('a filtered case leads to its page', await page.locator('h1').evaluate((h) => h.textContent), title);
  await page.goto('about:blank');
  await page.goto(address);
  await page.waitForFunction((n) => document.querySelector('.filter-count')?.textContent === `共 ${n} 个案例`, both);
  report.equal('a shared address shows the same', await page.locator('main > .entries:visible .entry').count(), shown);
  await page.goto(`${site.root}cases/index.html#school=${encodeURIComponent('没有这所')}`);
  await page.waitForTimeout(100);
  await page.goto(address);
  await page.locator('.filter-bar button').click();
  await page.waitForFunction(() => document.querySelector('.filter-bar').hidden);
  report.equal('cleared, all cases are back', await page.locator('main > .entries:visible .entry').count(), all);
  report.check('filters: no complaint', complaints.filter((text) => !text.includes('about:blank')));
  await page.close();
}

async function checkCopying(site, context, report) {
  const page = await context.newPage();
  const complaints = listen(page, site.root);
  const path = site.kinds.get('chapter').find((name) => site.files.get(name).includes('data-cites="table-'));
  await page.goto(site.root + path);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const here = site.root + path;

  const heading = page.locator('.prose h2').first();
  const words = (await heading.textContent()).trim();
  report.equal('a heading keeps its name beside its button', await page.getByRole('heading', { name: words, exact: true }).count(), 1);
  report.equal('a heading has a button', await heading.locator('.permalink').count(), 1);

  const paragraph = page.locator('.prose p[id]:not([class])').first();
  const id = await paragraph.getAttribute('id');
  const link = paragraph.locator('.permalink:not(.cite-link)');
  report.equal('a link is not seen before one points at its paragraph', await link.evaluate((b) => getComputedStyle(b).opacity), '0');
  await paragraph.hover();
  report.equal('a link is seen when one does', await link.evaluate((b) => getComputedStyle(b).opacity), '1');
  await link.click();
  report.equal('a paragraph\'s link is copied', await clipboard(), `${here}#${id}`);
  await page.locator('.voice', { hasText: '已复制' }).waitFor();
  await page.keyboard.press('ArrowDown');
  report.check('the arrow key goes to the next paragraph\'s link', await page.evaluate((first) => (document.activeElement.matches('.permalink') && document.activeElement.parentElement.id !== first ? null : document.activeElement.outerHTML), id));
  report.equal('links of paragraphs are one stop for the Tab key', await page.locator('.prose p > .permalink[tabindex="0"]').count(), 1);

  await link.focus();
  await page.keyboard.press('ArrowRight');
  report.check('the arrow key goes from a paragraph\'s link to its citation', await page.evaluate(() => (document.activeElement.matches('.cite-link') ? null : document.activeElement.outerHTML)));
  await page.keyboard.press('Enter');
  const quoted = await clipboard();
  report.check('a paragraph is cited as its page, with its own address', quoted.includes('[R/OL]//') && quoted.endsWith(`[${today()}]. ${here}#${id}.`) ? null : quoted);

  await page.goto(site.root + site.kinds.get('report')[0]);
  await page.locator('h1 .permalink').click();
  report.equal('the link of a report is copied', await clipboard(), site.root + site.kinds.get('report')[0]);
  await page.locator('.cite .copy').first().click();
  const report_ = await clipboard();
  report.check('a report is cited', report_.includes('[R/OL]') && report_.includes(`[${today()}]`) ? null : report_);
  await page.goto(here);

  const cite = page.locator('figure.table .cite-link').first();
  await cite.focus();
  await page.keyboard.press('Enter');
  const table = await clipboard();
  report.check('a table\'s citation is copied', table.includes('[R/OL]//') && table.includes(`[${today()}]`) && table.includes(`${here}#table-`) ? null : table);

  await page.locator('.cite .copy').first().click();
  const chapter = await clipboard();
  report.check('the page\'s citation is copied', chapter.includes(`[${today()}]. ${here}.`) && !chapter.includes('复制') ? null : chapter);
  await page.locator('.cite summary', { hasText: 'BibTeX' }).click();
  await page.locator('.cite details[open] .copy').click();
  const bibtex = await clipboard();
  report.check('BibTeX is copied', bibtex.startsWith('@incollection{') && bibtex.includes(`urldate = {${today()}}`) ? null : bibtex);
  const { x, width } = await page.locator('.prose p > .permalink:not(.cite-link)').first().boundingBox();
  report.check('buttons are at least 24 pixels wide', x >= 0 && width >= 24 ? null : `${x} ${width}`);
  report.check('copying: no complaint', complaints);
  await page.close();
}

async function checkReachingSearch(site, context, report) {
  const page = await context.newPage();
  const complaints = listen(page, site.root);
  await page.goto(site.root + 'index.html');
  await page.keyboard.press('/');
  await page.keyboard.type('产教');
  report.equal('/ leads to the search field, and is not typed', await page.locator('#at_masthead-query').inputValue(), '产教');
  await page.keyboard.press('/');
  report.equal('in the field / is a character', await page.locator('#at_masthead-query').inputValue(), '产教/');
  report.check('reaching search: no complaint', complaints);
  await page.close();
}

export async function checkBehaviour(site, report) {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', permissions: ['clipboard-read', 'clipboard-write'] });
  for (const part of [checkSorting, checkSortingOfReports, checkFilters, checkCopying, checkReachingSearch]) {
    await report.part(part.name, () => part(site, context, report));
  }
  await context.close();
}
