// The reader's site in a real browser: the portal of content/ is built, served on loopback below a sub-path, and opened from disk.
//
//     node run.mjs GENERATOR CHROMIUM [PART …]
//
// Parts: files (HTML, links, weights), pages (every kind of page in every width, colour and print), access (axe), plain (without
// script), disk (file://), search, reading (large text, the section that is read), print (PDF), behaviour (sorting, filters, links and citations to copy),
// serve (pages that reload while a copy of the content is edited). Ends with `N passed, N failed`.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

import { checkAccess } from './access.mjs';
import { checkBehaviour } from './behaviour.mjs';
import { checkFiles } from './files.mjs';
import { checkDisk, checkPages, checkPlain } from './pages.mjs';
import { checkPrint } from './print.mjs';
import { checkReading } from './reading.mjs';
import { Report } from './report.mjs';
import { checkSearch } from './search.mjs';
import { checkServe } from './serve.mjs';
import { build, pagesByKind, readSite, serve } from './site.mjs';

const [generator, executablePath, ...parts] = process.argv.slice(2);
const project = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(join(tmpdir(), 'reportal-browser-'));
const report = new Report();
const wanted = (part) => parts.length === 0 || parts.includes(part);

build(generator, join(project, 'content'), join(folder, 'site'));
const files = readSite(join(folder, 'site'));
const server = await serve(files);
// A driver makes a new, empty profile for each launch.
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const site = { generator, files, kinds: pagesByKind(files), root: server.root, folder: join(folder, 'site'), project, browser };

try {
  if (wanted('files')) await report.part('files', () => checkFiles(site, report));
  if (wanted('pages')) await report.part('pages', () => checkPages(site, report));
  if (wanted('access')) await report.part('access', () => checkAccess(site, report));
  if (wanted('plain')) await report.part('plain', () => checkPlain(site, report));
  if (wanted('disk')) await report.part('disk', () => checkDisk(site, report));
  if (wanted('search')) await report.part('search', () => checkSearch(site, report));
  if (wanted('serve')) await report.part('serve', () => checkServe(site, report));
  if (wanted('reading')) await report.part('reading', () => checkReading(site, report));
  if (wanted('print')) await report.part('print', () => checkPrint(site, report));
  if (wanted('behaviour')) await report.part('behaviour', () => checkBehaviour(site, report));
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = report.finish();
