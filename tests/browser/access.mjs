// axe-core on every kind of page: WCAG 2.2 AA and its best practices, light on a wide screen and dark on a phone.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { inPairs, onePageAKind } from './pages.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const allLooks = [
  ['light, 1280 pixels', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
  ['dark, 375 pixels', { colorScheme: 'dark', viewport: { width: 375, height: 800 } }],
];

/** Both for the demo portal, one for each of the others, which are made of the same templates. */
const looks = ({ name }) => ({ english: allLooks.slice(0, 1), corpus: allLooks.slice(1) }[name] ?? allLooks);

/** Holds pages, each [kind, path], against the rules in one look. */
export async function checkRules(portal, name, look, pages, report) {
  // The test's own rules come in by a way that the pages' policy forbids to others.
  const context = await portal.browser.newContext({ ...look, bypassCSP: true });
  await inPairs(pages, async ([kind, path]) => {
    const page = await context.newPage();
    await page.goto(portal.root + path, { waitUntil: 'load' });
    if (path.includes('#')) await page.locator('.filter-bar').waitFor();
    await page.evaluate(axeSource);
    const violations = await page.evaluate((wanted) => axe.run(document, { runOnly: wanted, resultTypes: ['violations'] })
      .then(({ violations }) => violations.map((v) => `${v.id}: ${v.help}, ${v.nodes.length} times: ${v.nodes.slice(0, 3).map((n) => `${n.target} ${n.html.slice(0, 160)} ${n.any[0]?.message ?? n.all[0]?.message ?? ''}`).join('\n  ')}`)), tags);
    report.check(`axe: ${kind}, ${name} (${path})`, violations);
    await page.close();
  });
  await context.close();
}

export async function checkAccess(portal, report) {
  const year = /"year":\[\["(\d+)"/.exec(portal.files.get('data/cases.js'))?.[1];
  const pages = [...onePageAKind(portal), ...(year ? [['case_index, filtered', `cases/index.html#year=${year}`]] : [])];
  for (const [name, look] of looks(portal)) await checkRules(portal, name, look, pages, report);
}
