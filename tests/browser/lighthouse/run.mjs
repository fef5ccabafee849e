// Lighthouse on five kinds of pages, as a phone sees them, served packed and with the headers that a host would send. Accessibility, best
// practices and search engines must reach 100. The score of speed depends on the machine and is printed; of speed is held what depends on none:
// nothing shifts, nothing blocks that need not, few bytes, small documents.
//
//     node run.mjs GENERATOR CHROMIUM

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

import { Report } from '../report.mjs';
import { build, pagesByKind, readSite, serve, subPath } from '../site.mjs';

const [generator, chromePath] = process.argv.slice(2);
const project = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const perfect = ['accessibility', 'best-practices', 'seo'];
// Audits of speed that give the same answer on every machine, or nearly: the layout shift, bytes and elements are counted.
const timeless = ['cumulative-layout-shift', 'total-byte-weight', 'uses-text-compression', 'uses-long-cache-ttl', 'unminified-css', 'redirects', 'unsized-images', 'font-display', 'no-document-write', 'uses-passive-event-listeners', 'viewport', 'legacy-javascript', 'duplicated-javascript'];

/** A port that nobody listens on. */
const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

const folder = mkdtempSync(join(tmpdir(), 'reportal-lighthouse-'));
mkdirSync(join(folder, 'profile'));
const report = new Report();
const port = await freePort();
build(generator, join(project, 'content'), join(folder, 'site'), '--base-url', `http://127.0.0.1:${port}${subPath}`);
const files = readSite(join(folder, 'site'));
const kinds = pagesByKind(files);
const server = await serve(files, subPath, port);
const chrome = await launch({ chromePath, userDataDir: join(folder, 'profile'), chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] });

try {
  for (const kind of ['home', 'chapter', 'case_page', 'topic', 'search']) {
    const path = kinds.get(kind)[0];
    const { lhr } = await lighthouse(server.root + path, { port: chrome.port, logLevel: 'error', output: 'json', formFactor: 'mobile' });
    const failed = (category) => lhr.categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1)
      .map(({ id }) => `${id}: ${lhr.audits[id].title} ${lhr.audits[id].displayValue ?? ''} ${JSON.stringify(lhr.audits[id].details?.items ?? []).slice(0, 400)}`);
    for (const category of perfect) report.check(`${kind}: ${category} is 100 (${path})`, lhr.categories[category].score === 1 ? null : [`${lhr.categories[category].score * 100}`, ...failed(category)]);
    for (const id of timeless) {
      const audit = lhr.audits[id];
      if (audit) report.check(`${kind}: ${id} (${path})`, audit.score === null || audit.score === 1 ? null : `${audit.score} ${audit.displayValue ?? ''} ${JSON.stringify(audit.details?.items ?? []).slice(0, 500)}`);
    }
    // A chapter is as long as it was printed; Lighthouse calls 1,400 elements many.
    const { numericValue: size } = lhr.audits['dom-size'];
    report.check(`${kind}: fewer than 2,500 elements (${path})`, size < 2500 ? null : `${size}`);
    const times = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'speed-index'].map((id) => `${id} ${lhr.audits[id].displayValue}`);
    console.log(`${kind}: ${size} elements; ${Object.entries(lhr.categories).map(([id, { score }]) => `${id} ${Math.round(score * 100)}`).join(', ')}; ${times.join(', ')}; ${path}`);
    console.log(`    speed below 100: ${failed('performance').map((text) => text.slice(0, 160)).join(' | ') || 'nothing'}`);
    console.log(`    insights: ${Object.values(lhr.audits).filter(({ id, score, scoreDisplayMode }) => id.endsWith('-insight') && score !== null && score < 1 && scoreDisplayMode !== 'informative').map(({ id, score, displayValue }) => `${id} ${score} ${displayValue ?? ''}`).join(' | ') || 'none'}`);
  }
} finally {
  chrome.kill();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = report.finish();
