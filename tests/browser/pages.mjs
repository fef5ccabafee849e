// Every kind of page, opened: in four widths, light, dark and as printed; from stop to stop with the Tab key; without script; from disk.

import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

import { focusFault, smallTargets, stickingOut, textFaults } from './layout.mjs';

const widths = [375, 768, 1280, 1920];
const paper = 642;  // what an A4 page leaves between its margins, in pixels
export const height = 900;

const mostStops = 100;  // of the Tab key on one page
const looks = [...widths.map((width) => [width, 'screen']), [paper, 'print']].flatMap(([width, media]) =>
  ['light', 'dark'].map((colorScheme) => ({ width, colorScheme, media })));

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

/** Opens one page a kind in each of `looks` and holds it against the layout; `prepare` may change the page first. */
export async function checkLooks(portal, context, looks, report, prepare = async () => {}) {
  await inPairs(onePageAKind(portal), async ([kind, path]) => {
    const page = await context.newPage();
    const complaints = listen(page, portal.root);
    await page.addInitScript(countShifts);
    await page.goto(portal.root + path, { waitUntil: 'load' });
    report.check(`${kind}: nothing moves while it loads`, await page.evaluate(() => (globalThis.shifted > 0.01 ? `shift ${globalThis.shifted}` : null)));
    await prepare(page);
    for (const { width, ...media } of looks) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia(media);
      const look = [width, ...Object.values(media)].join(', ');
      report.check(`${kind} at ${look}: nothing sticks out (${path})`, await page.evaluate(stickingOut));
      if (media.colorScheme === 'dark') continue;  // the other colours, the same places
      report.check(`${kind} at ${look}: no text lies on another or is cut off (${path})`, await page.evaluate(textFaults));
      if (media.media !== 'print') report.check(`${kind} at ${look}: targets are large enough (${path})`, await page.evaluate(smallTargets));
    }
    report.check(`${kind}: no complaint (${path})`, complaints);
    await page.close();
  });
}

/** Sums the layout shifts that no key or click caused. Runs in the page. */
function countShifts() {
  globalThis.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

export async function checkPages(portal, report) {
  const context = await portal.browser.newContext({ viewport: { width: 1280, height } });
  await checkLooks(portal, context, looks, report);
  await context.close();
}

/** From stop to stop with the Tab key: wherever the focus is, it is seen. */
export async function checkFocus(portal, report) {
  let stops = 0;
  for (const width of [375, 1280]) {
    const context = await portal.browser.newContext({ viewport: { width, height } });
    await inPairs(onePageAKind(portal), async ([kind, path]) => {
      const page = await context.newPage();
      await page.goto(portal.root + path, { waitUntil: 'load' });
      const faults = [];
      for (let i = 0; i < mostStops; ++i) {
        await page.keyboard.press('Tab');
        const { stop, again, fault } = await page.evaluate(focusFault);
        if (again || (!stop && i > 0)) break;
        stops += 1;
        if (fault) faults.push(fault);
      }
      report.check(`${kind} at ${width}: the focus is always seen (${path})`, faults);
      await page.close();
    });
    await context.close();
  }
  report.check('there were stops', stops > 500 ? null : `only ${stops}`);
  console.log(`${portal.name}: ${stops} stops of the Tab key`);
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
