// axe-core on every kind of page: WCAG 2.2 AA and its best practices, light on a wide screen and dark on a phone.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { inPairs, onePageAKind } from './pages.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const looks = [
  ['light, 1280 pixels', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
  ['dark, 375 pixels', { colorScheme: 'dark', viewport: { width: 375, height: 800 } }],
];

export async function checkAccess(site, report) {
  const year = /"year":\[\["(\d+)"/.exec(site.files.get('data/cases.js'))[1];
  const pages = [...onePageAKind(site), ['case_index, filtered', `cases/index.html#year=${year}`]];
  for (const [name, look] of looks) {
    // The test's own rules come in by a way that the pages' policy forbids to others.
    const context = await site.browser.newContext({ ...look, bypassCSP: true });
    await inPairs(pages, async ([kind, path]) => {
      const page = await context.newPage();
      await page.goto(site.root + path, { waitUntil: 'load' });
      if (path.includes('#')) await page.locator('.filter-bar').waitFor();
      await page.evaluate(axeSource);
      const violations = await page.evaluate((wanted) => axe.run(document, { runOnly: wanted, resultTypes: ['violations'] })
        .then(({ violations }) => violations.map((v) => `${v.id}: ${v.help}, ${v.nodes.length} times: ${v.nodes.slice(0, 3).map((n) => `${n.target} ${n.html.slice(0, 160)} ${n.any[0]?.message ?? n.all[0]?.message ?? ''}`).join('\n  ')}`)), tags);
      report.check(`axe: ${kind}, ${name} (${path})`, violations);
      await page.close();
    });
    await context.close();
  }
}
