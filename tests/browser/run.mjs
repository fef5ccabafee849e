// The reader's site in a real browser: the portals of portals.mjs are built, served on loopback below a sub-path, and opened from disk. What a
// portal looks like is tried on all of them, what its scripts do on the demo portal, what search finds on the corpus portal too.
//
//     node run.mjs GENERATOR CHROMIUM [PART …]
//
// Parts: files (HTML, weights), hosts (host files), links (over http, below a sub-path, on disk), pages (every kind of page in every width, colour and
// print: overlaps, cut texts, targets), focus (the Tab key), access (axe), themes (the second one), preferences (forced colours, contrast, motion, large text, zoom),
// english (the interface in English), plain (without script), disk (file://), search, typing (queries to the corpus portal, key by key),
// reading (large text, the section that is read), print (PDF), serve (pages that reload while a copy of the content is edited), behaviour (sorting, filters, links and citations to copy),
// hostile (known injections in every text). Ends with `N passed, N failed`.
// Lighthouse is a test of its own: lighthouse/.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

import { checkAccess } from './access.mjs';
import { checkBehaviour } from './behaviour.mjs';
import { checkEnglish } from './english.mjs';
import { checkFiles, checkHostFiles } from './files.mjs';
import { checkHostile } from './hostile.mjs';
import { checkLinks } from './links.mjs';
import { checkDisk, checkFocus, checkPages, checkPlain } from './pages.mjs';
import { openPortals } from './portals.mjs';
import { checkPreferences } from './preferences.mjs';
import { checkPrint } from './print.mjs';
import { checkReading } from './reading.mjs';
import { Report } from './report.mjs';
import { checkSearch } from './search.mjs';
import { checkServe } from './serve.mjs';
import { checkThemes } from './themes.mjs';
import { checkTyping } from './typing.mjs';

const [generator, executablePath, ...parts] = process.argv.slice(2);
const project = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(join(tmpdir(), 'reportal-browser-'));
const report = new Report();
const wanted = (part) => parts.length === 0 || parts.includes(part);

// A driver makes a new, empty profile for each launch.
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const portals = await openPortals({ generator, project, browser, folder });
const { demo, corpus } = portals;
const on = (chosen, check) => async () => {
  for (const portal of chosen) if (portal) await check(portal, report.named(portal.name));
};
const onAll = (check) => on([demo, portals.english, corpus], check);
const onAllFaces = (check) => on([demo, portals.english, corpus, portals.plain], check);
if (!corpus) console.log('the texts of the corpus portal are not here: its trials are left out');

const allParts = {
  files: onAllFaces(checkFiles),
  hosts: () => checkHostFiles(demo, report),
  links: onAll(checkLinks),
  pages: onAllFaces(checkPages),
  focus: on([demo, corpus], checkFocus),
  access: onAllFaces(checkAccess),
  themes: () => checkThemes(demo, portals.plain, report),
  preferences: on([demo], checkPreferences),
  english: on([portals.english], checkEnglish),
  plain: () => checkPlain(demo, report),
  disk: () => checkDisk(demo, report),
  search: () => checkSearch(demo, report),
  typing: on([corpus], checkTyping),
  serve: () => checkServe(demo, report),
  reading: () => checkReading(demo, report),
  print: () => checkPrint(demo, report),
  behaviour: () => checkBehaviour(demo, report),
  hostile: () => checkHostile({ ...demo, scratch: folder }, report.named('hostile')),
};

try {
  for (const [name, check] of Object.entries(allParts)) if (wanted(name)) await report.part(name, check);
} finally {
  await browser.close();
  for (const portal of Object.values(portals)) portal.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = report.finish();
