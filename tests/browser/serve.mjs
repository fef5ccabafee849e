// `reportal serve` in a browser: a copy of content/ is edited while its pages are open.

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Starts the program; resolves when it has said its address. */
function start(generator, content, port = 0) {
  const child = spawn(generator, ['serve', content, '--port', String(port), '--lang', 'en'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (bytes) => {
      said += bytes;
      const found = /http:\/\/localhost:(\d+)\/ /.exec(said);
      if (found) resolve({ root: `http://localhost:${found[1]}/`, port: Number(found[1]), stop: () => (child.kill('SIGTERM'), ended) });
    });
    ended.then((code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
}

/** All at once: whoever looks sees the old file or the new one. */
function save(path, text) {
  const hidden = join(dirname(path), `.${basename(path)}`);
  writeFileSync(hidden, text);
  renameSync(hidden, path);
}

/** A mark that a page loses when it is loaded anew. */
const mark = (page) => page.evaluate(() => { window.markedByTest = true; });
const isMarked = (page) => page.evaluate(() => window.markedByTest === true);

async function checkEditing(page, server, file, report) {
  const text = readFileSync(file, 'utf8');
  const shown = (words) => page.locator('main').getByText(words).waitFor();
  const dialog = page.locator('dialog[role="alertdialog"]');
  const broken = text.replace('title:', 'year: <img src=x onerror="document.title=1">\ntitle:');

  await page.goto(server.root + 'about.html');
  await mark(page);
  await page.evaluate(() => scrollTo(0, 200));
  save(file, text + '\n甲的新段落。\n');
  await shown('甲的新段落');
  report.check('a saved file shows by itself', (await isMarked(page)) && 'the page was not loaded anew');
  await page.waitForFunction(() => scrollY === 200);

  await mark(page);
  save(file, broken);
  await dialog.waitFor();
  const said = await dialog.textContent();
  report.check('errors stand over the page', [
    !said.includes('1 error') && said, !said.includes('pages/about.md:') && said, !said.includes('<img src=x') && said, !said.includes('^^^') && said,
  ]);
  report.equal('they are text', await dialog.locator('img').count(), 0);
  report.equal('the page under them stays', [await isMarked(page), await page.locator('main').getByText('甲的新段落').count()], [true, 1]);
  report.equal('the sheet has its style', await dialog.evaluate((element) => getComputedStyle(element).borderTopStyle), 'double');
  report.check('and fits its window', (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) && 'the page scrolls sideways');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });

  save(file, broken.replace('img', 'b'));
  await dialog.waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'hidden' });
  report.equal('Esc and the button close the sheet, and the page stays', await isMarked(page), true);

  save(file, broken);
  await dialog.waitFor();
  save(file, text + '\n乙的新段落。\n');
  await shown('乙的新段落');
  report.equal('a mended file is shown, the errors are gone', [await isMarked(page), await dialog.count()], [false, 0]);
}

/** A tab in the background holds no connection; what it missed it shows when it is seen again. */
async function checkBackground(page, server, file, report) {
  const text = readFileSync(file, 'utf8');
  const setVisibility = (value) => page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, value);
  await mark(page);
  await setVisibility('hidden');
  save(file, text + '\n丙的新段落。\n');
  while (!(await (await fetch(server.root + 'about.html')).text()).includes('丙的新段落'));
  report.equal('a page in the background stays as it is', await isMarked(page), true);
  await setVisibility('visible');
  await page.locator('main').getByText('丙的新段落').waitFor();
  report.equal('and is new when it is seen again', await isMarked(page), false);
}

async function checkFirstFailure(site, page, folder, report) {
  const file = join(folder, 'portal.yaml');
  const text = readFileSync(file, 'utf8');
  save(file, 'title: [');
  const server = await start(site.generator, folder);
  try {
    const response = await page.goto(server.root);
    report.equal('without a site, the page tells the errors', [response.status(), await page.locator('h1').textContent()], [503, '1 error']);
    save(file, 'title: }');
    await page.getByText('title: }').waitFor();
    save(file, text);
    await page.locator('body.page-home').waitFor();
    report.check('and becomes the home page when they are mended');
  } finally {
    await server.stop();
  }
}

/** The server goes and comes again with other content: the page finds it. */
async function checkReturn(site, page, folder, file, server, report) {
  await server.stop();
  save(file, readFileSync(file, 'utf8') + '\n丁的新段落。\n');
  const next = await start(site.generator, folder, server.port);
  await page.locator('main').getByText('丁的新段落').waitFor();
  report.check('a page finds the server again');
  report.equal('SIGTERM ends it well', await next.stop(), 0);
}

export async function checkServe(site, report) {
  const work = mkdtempSync(join(tmpdir(), 'reportal-serve-'));
  const folder = join(work, 'content');
  cpSync(join(site.project, 'content'), folder, { recursive: true });
  const file = join(folder, 'pages/about.md');
  const server = await start(site.generator, folder);
  const context = await site.browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const complaints = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await checkEditing(page, server, file, report);
    await checkBackground(page, server, file, report);
    report.check('the browser has nothing to complain of', complaints);
    await checkReturn(site, page, folder, file, server, report);
    await checkFirstFailure(site, page, folder, report);
  } finally {
    await context.close();
    await server.stop();
    rmSync(work, { recursive: true, force: true });
  }
}
