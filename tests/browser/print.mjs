// Pages as they leave the printer: printed to PDF by the browser and read back with pdftotext. A sheet is A4, has what it is at the head and its
// number at the foot, no navigation; all of the text is on paper, tables and figures hold together, a whole report has its contents.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Dots of emphasis are no text.
const bare = (text) => text.normalize('NFKC').replace(/[\s•]+/gu, '');
const a4 = (size) => size.includes('(A4)');

/** What the page says it is, in the page itself: runs there. */
function told() {
  const text = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent);
  const chapters = Object.entries(document.documentElement.dataset).filter(([name]) => /^chapter-\d+$/.test(name)).map(([, title]) => title);
  const beginnings = [...document.querySelectorAll('.prose :is(p, li, td, th, h2, h3, h4, h5, h6, figcaption)')]
    .filter((element) => !element.closest('.chart-data') && element.checkVisibility())
    .map((element) => [...element.childNodes].filter((node) => !node.matches?.('.permalink')).map((node) => node.textContent).join(''));
  const tables = [...document.querySelectorAll('.prose figure.table')].map((figure) => [
    figure.querySelector('figcaption')?.textContent ?? '',
    [...(figure.querySelector('tbody tr')?.cells ?? [])].map((cell) => cell.textContent),
  ]);
  return {
    head: document.documentElement.dataset.head,
    chapter: document.documentElement.dataset.chapter,
    chapters,
    beginnings,
    tables,
    navigation: text('.masthead-navigation ul, .turn a, .copy, .text-size, .masthead-search button'),
    contents: text('.page-report_full .contents li > a'),
    outward: [...document.querySelectorAll('.prose a[href^="http"]')].map((link) => link.getAttribute('href')),
  };
}

async function printed(page, folder) {
  const file = join(folder, 'page.pdf');
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
  const run = (program, ...options) => execFileSync(program, options, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const sheets = run('pdftotext', '-layout', file, '-').split('\f').slice(0, -1);
  return { size: /Page size:\s*(.*)/.exec(run('pdfinfo', file))[1], sheets };
}

const lines = (sheet) => sheet.split('\n').filter((line) => line.trim());

async function checkSheets(page, kind, folder, report) {
  const page_ = await page.evaluate(told);
  const { size, sheets } = await printed(page, folder);
  const check = (what, problems) => report.check(`${kind} on paper: ${what}`, problems);
  const plain = sheets.map(bare);
  const all = plain.join('');
  check('A4', a4(size) ? null : size);
  check('every sheet has its number', sheets.map((sheet, i) => (bare(lines(sheet).at(-1) ?? '') === `${i + 1}/${sheets.length}` ? null : `sheet ${i + 1} ends with ${lines(sheet).at(-1)}`)));
  check('every sheet says what it is', plain.map((sheet, i) => (sheet.startsWith(bare(page_.head)) ? null : `sheet ${i + 1} begins with ${sheet.slice(0, 40)}`)));
  if (page_.chapter) check('every sheet names the part', plain.map((sheet, i) => (sheet.startsWith(bare(page_.head) + bare(page_.chapter)) ? null : `sheet ${i + 1}: ${sheet.slice(0, 80)}`)));
  check('no empty sheet', sheets.map((sheet, i) => (lines(sheet).length > 2 ? null : `sheet ${i + 1} of ${sheets.length}`)));
  check('no navigation', page_.navigation.filter((text) => bare(text).length > 3 && all.includes(bare(text))));
  // Sheets cut texts in two, so their beginnings are looked for, in the words of the page without heads and feet.
  check('all of the text', page_.beginnings.map(bare).filter((text) => text && !all.includes(text.slice(0, 8))).slice(0, 5));
  check('addresses are spelled out', page_.outward.filter((address) => !all.includes(bare(address))));
  check('a table stands by its caption', page_.tables.filter(([caption, cells]) => {
    const here = plain.filter((sheet) => sheet.includes(bare(caption)));
    return cells.length > 0 && !here.some((sheet) => cells.every((cell) => sheet.includes(bare(cell).slice(0, 3))));
  }).map(([caption]) => caption));
  return { page_, plain };
}

export async function checkPrint(site, report) {
  const folder = mkdtempSync(join(tmpdir(), 'reportal-print-'));
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    // Large text is for the screen; paper stays as it is.
    await page.addInitScript(() => localStorage.setItem('reportal-text', 'large'));
    for (const kind of ['case_page', 'chapter', 'article', 'page', 'report', 'indicator_group']) {
      await page.goto(site.root + site.kinds.get(kind)[0]);
      await checkSheets(page, kind, folder, report);
    }
    await page.goto(site.root + site.kinds.get('report_full')[0]);
    const { page_, plain } = await checkSheets(page, 'report_full', folder, report);
    report.check('a whole report has chapters', page_.chapters.length > 3 ? null : JSON.stringify(page_.chapters));
    const first = plain.findIndex((sheet) => sheet.startsWith(bare(page_.head) + bare(page_.chapters[0])));
    report.check('contents stand before the first chapter', first > 0 ? null : `first chapter on sheet ${first + 1}`);
    const front = plain.slice(0, first).join('');
    report.check('contents name every section', page_.contents.filter((title) => !front.includes(bare(title).slice(0, 10))));
    const starts = page_.chapters.map((chapter) => plain.findIndex((sheet) => sheet.startsWith(bare(page_.head) + bare(chapter))));
    report.check('chapters begin on sheets of their own and name them', starts.map((start, i) => {
      const title = bare(page_.chapters[i]);
      return start >= first && plain[start].startsWith(bare(page_.head) + title + title) ? null : `${page_.chapters[i]}: sheet ${start + 1}`;
    }));
    report.equal('chapters in their order', starts, [...starts].sort((a, b) => a - b));
    console.log(`printed: the longest report has ${plain.length} sheets`);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
