// Every kind of page, opened: in three widths, light, dark and as printed; without script; from disk.

import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

export const widths = [375, 768, 1280, 1920];
const paper = 642;  // what an A4 page leaves between its margins, in pixels
export const height = 900;

const looks = [
  ...widths.flatMap((width) => [[width, 'light', 'screen'], [width, 'dark', 'screen']]),
  [paper, 'light', 'print'],
  [paper, 'dark', 'print'],
];

/** Collects what a page complains of: console messages, errors of scripts, requests that fail or leave the site. */
export function listen(page, root) {
  const complaints = [];
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`script: ${error}`));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(root) && !request.url().startsWith('data:')) complaints.push(`leaves the site: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

/** The heaviest page of each kind; a redirect leaves at once, so there is nothing to look at. */
export function onePageAKind({ kinds }) {
  return [...kinds].filter(([kind]) => kind !== 'redirect').map(([kind, paths]) => [kind, paths[0]]);
}

/** Runs `work` for each of `items`, two at a time. */
export async function inPairs(items, work) {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item; item = left.shift()) await work(item);
  };
  await Promise.all([worker(), worker()]);
}

/** What sticks out of the window to the right, unless it stands in something that scrolls by itself. Runs in the page. */
function overflow() {
  const root = document.documentElement;
  // Widths are told in whole pixels: a fraction of one, rounded up, is no overflow.
  if (root.scrollWidth <= root.clientWidth + 1) return null;
  const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1);
  return `${root.scrollWidth} of ${root.clientWidth} pixels: ${wide.slice(0, 3).map((e) => `${e.tagName}.${e.getAttribute('class')} ${e.textContent.slice(0, 30)}`).join(' | ')}`;
}

export async function checkPages(site, report) {
  const context = await site.browser.newContext({ viewport: { width: 1280, height } });
  await inPairs(onePageAKind(site), async ([kind, path]) => {
    const page = await context.newPage();
    const complaints = listen(page, site.root);
    // The sum of layout shifts that no key or click caused.
    await page.addInitScript(() => {
      globalThis.shifted = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(site.root + path, { waitUntil: 'load' });
    report.check(`${kind}: nothing moves while it loads`, await page.evaluate(() => (globalThis.shifted > 0.01 ? `shift ${globalThis.shifted}` : null)));
    for (const [width, colorScheme, media] of looks) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, media });
      report.check(`${kind} at ${width}, ${colorScheme}, ${media}: nothing sticks out (${path})`, await page.evaluate(overflow));
    }
    report.check(`${kind}: no complaint (${path})`, complaints);
    await page.close();
  });
  await context.close();
}

export async function checkPlain(site, report) {
  const context = await site.browser.newContext({ viewport: { width: 1280, height }, javaScriptEnabled: false });
  await inPairs(onePageAKind(site), async ([kind, path]) => {
    const page = await context.newPage();
    const complaints = listen(page, site.root);
    await page.goto(site.root + path, { waitUntil: 'load' });
    // A form that only a script can answer is not shown.
    const hidden = await page.evaluate(() => [...document.querySelectorAll('main :is(p, h1, h2, h3, li, td, figure)')]
      .filter((element) => element.textContent.trim() && !element.closest('details, form') && !element.checkVisibility()).map((element) => element.outerHTML.slice(0, 200)));
    report.check(`${kind} without script: all text is seen`, hidden);
    report.check(`${kind} without script: no complaint`, complaints);
    // The button of a form that leads to a page does without a script.
    const dead = await page.evaluate(() => [...document.querySelectorAll('main button')].filter((button) => button.checkVisibility() && !button.form?.hasAttribute('action')).map((button) => button.outerHTML));
    report.check(`${kind} without script: no button that does nothing`, dead);
    await page.close();
  });
  const page = await context.newPage();
  await page.goto(`${site.root}cases/index.html`);
  const facet = page.locator('.facets [data-facet="school"] a').first();
  await Promise.all([page.waitForURL(/schools\//), facet.click()]);
  report.check('a facet without script leads to a page', (await page.locator('h1').count()) === 1 ? null : page.url());
  await page.goto(site.root + site.kinds.get('redirect')[0]);
  await page.waitForURL((url) => !url.pathname.endsWith(site.kinds.get('redirect')[0]));
  report.check('an old address leads to the page without script', page.url().startsWith(site.root) ? null : page.url());
  await context.close();
}

export async function checkDisk(site, report) {
  const root = pathToFileURL(site.folder).href + '/';
  const context = await site.browser.newContext({ viewport: { width: 1280, height } });
  await inPairs(onePageAKind(site), async ([kind, path]) => {
    const page = await context.newPage();
    const complaints = listen(page, root);
    await page.goto(pathToFileURL(join(site.folder, path)).href, { waitUntil: 'load' });
    const styled = await page.evaluate(() => getComputedStyle(document.body).display === 'flex');
    report.check(`${kind} from disk`, [...complaints, !styled && 'no style']);
    await page.close();
  });
  const page = await context.newPage();
  const complaints = listen(page, root);
  await page.goto(pathToFileURL(join(site.folder, 'cases/index.html')).href);
  await page.locator('.facets [data-facet="year"] button').first().click();
  await page.locator('.filter-bar').waitFor();
  report.check('filters work from disk', [...complaints, (await page.locator('main > .entries:visible .entry').count()) === 0 && 'no case is shown']);
  await context.close();
}
