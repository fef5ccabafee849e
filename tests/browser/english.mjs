// The demo portal with an English interface: nothing of the interface is left in Chinese, and every text says its language, the Chinese ones
// theirs, also those that scripts put on the page.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { inPairs, onePageAKind } from './pages.mjs';

/** The texts of a file of interface strings, cut at what is filled in. */
function strings(project, language) {
  const lines = readFileSync(join(project, `themes/default/strings/${language}.yaml`), 'utf8').split('\n');
  const texts = lines.map((line) => /^[a-z_0-9]+:\s*(.*?)\s*$/.exec(line)?.[1]).filter(Boolean).map((text) => text.replace(/^(["'])(.*)\1$/, '$2'));
  return texts.flatMap((text) => text.split(/\{\d\}/)).map((text) => text.trim()).filter(Boolean);
}

/** All that authors wrote, as one text. */
function authored(folder) {
  return readdirSync(folder).map((name) => join(folder, name)).map((path) => (statSync(path).isDirectory() ? authored(path) : readFileSync(path, 'utf8'))).join('\n');
}

/** Texts whose language is not said, or said wrongly. Runs in the page; `own` are words of the interface. */
function wrongLanguages(own) {
  const interfaceTexts = new Set(own);
  const wrong = [];
  const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (/^(script|style|option|noscript)$/i.test(element.localName)) continue;
    const language = element.closest('[lang]').getAttribute('lang');
    const text = node.data.trim();
    if (/\p{Script=Han}/u.test(text) ? !language.startsWith('zh') : interfaceTexts.has(text) && language !== 'en') wrong.push(`${language}: ${element.outerHTML.slice(0, 160)}`);
  }
  return wrong;
}

export async function checkEnglish(portal, report) {
  const content = authored(join(portal.project, 'content'));
  const chinese = strings(portal.project, 'zh-CN').filter((text) => (text.match(/\p{Script=Han}/gu) ?? []).length >= 2 && !content.includes(text));
  const english = strings(portal.project, 'en').filter((text) => /[a-z]{3}/.test(text) && !content.includes(text));
  report.check('there are strings to look for', chinese.length > 150 && english.length > 150 ? null : `${chinese.length} and ${english.length}`);
  for (const [kind, path] of onePageAKind(portal)) {
    const html = portal.files.get(path).toString().replace(/<script type="application\/ld\+json">.*?<\/script>/gs, '');
    report.check(`${kind}: no word of the interface in Chinese (${path})`, chinese.filter((text) => html.includes(text)));
    report.check(`${kind}: the page says en`, /<html lang="en"[ >]/.test(html) ? null : html.slice(0, 60));
  }
  const context = await portal.browser.newContext({ viewport: { width: 1280, height: 900 } });
  await inPairs([...onePageAKind(portal), ['filtered', 'cases/index.html#year=2023'], ['found', 'search.html#q=学校']], async ([kind, path]) => {
    const page = await context.newPage();
    await page.goto(portal.root + path, { waitUntil: 'load' });
    if (path.includes('#')) await page.locator(kind === 'found' ? '#at_results .search-passage' : '.filter-bar + .entries .entry').first().waitFor();
    report.check(`${kind}: every text says its language (${path})`, await page.evaluate(wrongLanguages, english));
    await page.close();
  });
  await context.close();
}
