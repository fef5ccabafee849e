// Hostile content: portals in which every text that an author can give tries to run a script. Each known vector stands in every place; every page
// is opened, and nothing runs, nothing leaves, and nothing is there that could. The pages are opened without their content policy, which only
// watches and tells, so that the proof does not rest on it; a page of each kind is opened with it, and from disk. That the eyes see is shown by
// pages that hold the vectors as they are.

import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { writeAccepted } from './hostile/building.mjs';
import { tryScripts } from './hostile/handling.mjs';
import { vectors } from './hostile/vectors.mjs';
import { knownNames, Visitor } from './hostile/watch.mjs';
import { onePageAKind } from './pages.mjs';
import { openPortal } from './portals.mjs';
import { serve } from './site.mjs';

const batchSize = 70;
const places = ['school', 'organisation', 'topic', 'indicator', 'term', 'article', 'case_page', 'chapter', 'report', 'report_full', 'home', 'search.html', 'table_index', 'figure_index', 'year', 'record'];

const host = 'nothing-here.html';

/** The same files, their policy one that watches and forbids nothing. */
function watchedOnly(files) {
  const watched = new Map(files).set(host, Buffer.from('<!doctype html><title>frames</title><link rel="icon" href="data:,"><body>'));
  watched.set('_headers', Buffer.from(files.get('_headers').toString().replaceAll('Content-Security-Policy:', 'Content-Security-Policy-Report-Only:')));
  for (const [path, bytes] of files) {
    if (path.endsWith('.html')) watched.set(path, Buffer.from(bytes.toString().replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')));
  }
  return watched;
}

/** Opens addresses, each in the next of two windows that is free. */
async function visitEach(browser, root, known, addresses, onFault, options = {}) {
  const left = [...addresses];
  const worker = async () => {
    const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
    const visitor = await Visitor.open(context, root, known, onFault);
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      await visitor.visit(address).catch((error) => onFault(address, String(error)));
    }
    await context.close();
  };
  await Promise.all([worker(), worker()]);
}

/** Opens all pages of a site in the frames of two windows. */
async function visitAll(browser, root, known, addresses, onFault) {
  await Promise.all([0, 1].map(async (half) => {
    const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
    const visitor = await Visitor.open(context, root, known, onFault);
    await visitor.visitInFrames(addresses.filter((_, i) => i % 2 === half), host);
    await context.close();
  }));
}

/** Every vector as an author of pages would be fooled by it: in an attribute, in a script, as it is. All but a few must be caught. */
async function checkEyes(browser, known, report) {
  const page = ({ text }) => `<!doctype html><meta charset="utf-8"><title>planted</title><body class="page-planted"><a href="${text}">link</a><input value="${text}">
<script>const call = (text) => text; call("${text}");</script>\n<p>${text}\n`;
  const server = createServer((request, response) => {
    const number = Number(/^\/portal\/(\d+)$/.exec(request.url)?.[1]);
    response.writeHead(number ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(number ? page(vectors[number - 1]) : '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const ran = new Set();
  const caught = new Set();
  await visitEach(browser, `http://127.0.0.1:${server.address().port}/portal/`, known, vectors.map(({ number }) => String(number)), (at, fault) => {
    if (/ran: /.test(fault)) ran.add(at);
    if (!/^console (?!error: ran)|^script: |call\(/.test(fault)) caught.add(at);
  });
  server.close();
  const unseen = vectors.filter(({ number }) => !caught.has(String(number)));
  report.check('the hook is called where pages hold the vectors as they are', ran.size > 150 ? null : `only by ${ran.size}`);
  report.check('nearly all vectors are caught where pages hold them as they are', caught.size > 330 ? null : unseen.map(({ text }) => text));
  console.log(`${vectors.length} vectors; as they are ${ran.size} of them run at once in this browser, ${caught.size} are caught`);
}

/** Kind of page (or file) → the vectors that its main part shows, of those that name their own number; the frame of every page has them all. */
function reach(portal, batch) {
  const reached = new Map(places.map((place) => [place, new Set()]));
  for (const [path, bytes] of portal.files) {
    const kind = /^search\/t/.test(path) ? 'search.html' : /<body class="page-([a-z_]+)/.exec(path.endsWith('.html') ? bytes : '')?.[1];
    if (!reached.has(kind)) continue;
    const text = /<main[^]*<\/main>/.exec(bytes)?.[0] ?? bytes.toString();
    for (const { number, text: vector } of batch) if (vector.includes(`hook(${number})`) && text.includes(`hook(${number})`)) reached.get(kind).add(number);
  }
  return reached;
}

async function checkBatch(site, batch, index, known, totals, report) {
  const folder = join(site.scratch, `hostile-${index}`);
  const content = join(folder, 'content');
  const refused = writeAccepted(site.generator, content, batch, { language: index % 2 ? 'en' : 'zh-CN', base: index % 3 ? 'https://example.invalid/portal/' : '' });
  const portal = await openPortal({ ...site, name: 'hostile', content, folder });
  const faults = [];
  const onFault = (at, fault) => faults.push(`${at}: ${fault}`);
  const pages = [...portal.files.keys()].filter((path) => path.endsWith('.html')).map((path) => path.split('/').map(encodeURIComponent).join('/'));
  const watched = await serve(watchedOnly(portal.files));
  await visitAll(site.browser, watched.root, known, pages, onFault);
  report.check(`vectors ${batch[0].number} to ${batch.at(-1).number}: nothing runs on ${pages.length} pages`, faults.splice(0));
  await tryScripts({ ...portal, root: watched.root }, batch, known, onFault);
  report.check(`vectors ${batch[0].number} to ${batch.at(-1).number}: nothing runs while a reader searches, filters, sorts and copies`, faults.splice(0));
  if (index % 3 === 0) {
    const sample = onePageAKind(portal).map(([, path]) => path);
    await visitEach(site.browser, portal.root, known, sample, onFault);
    await visitEach(site.browser, pathToFileURL(portal.folder).href + '/', known, sample, onFault);
    report.check(`vectors ${batch[0].number} to ${batch.at(-1).number}: nothing runs with the policy, over http and from disk`, faults.splice(0));
  }
  watched.close();
  portal.close();
  totals.pages += pages.length;
  for (const id of refused.values()) totals.refused.set(id, (totals.refused.get(id) ?? 0) + 1);
  for (const [place, numbers] of reach(portal, batch)) totals.reached.set(place, (totals.reached.get(place) ?? 0) + numbers.size);
}

/** `site` is the demo portal with { generator, scratch }: the program and a folder that takes what is made. */
export async function checkHostile(site, report) {
  const known = knownNames(site.files);
  report.check('there are two hundred vectors', new Set(vectors.map(({ text }) => text.replace(/hook\(\d+\)/g, ''))).size >= 200 ? null : `only ${vectors.length}`);
  await checkEyes(site.browser, known, report);
  const totals = { pages: 0, refused: new Map(), reached: new Map() };
  for (let first = 0; first < vectors.length; first += batchSize) {
    const batch = vectors.slice(first, first + batchSize);
    await report.part(`vectors from ${batch[0].number}`, () => checkBatch(site, batch, first / batchSize, known, totals, report));
  }
  const named = vectors.filter(({ number, text }) => text.includes(`hook(${number})`)).length;
  for (const [place, count] of totals.reached) report.check(`vectors reach ${place}`, count >= 200 ? null : `only ${count} of ${named}`);
  console.log(`${vectors.length} vectors × ${places.length} kinds of pages: ${[...totals.reached].map(([place, count]) => `${place} ${count}`).join(', ')}`);
  console.log(`${totals.pages} pages opened; refused by the generator: ${[...totals.refused].map(([id, count]) => `${id} ${count}`).join(', ')}`);
}
