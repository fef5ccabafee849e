// What can be said of the files without opening them: valid HTML, weights, host files. Where links lead is held by links.mjs.

import { gzipSync } from 'node:zlib';
import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { HtmlValidate } from 'html-validate';

import { onePageAKind } from './pages.mjs';

const kilobyte = 1000;
const limits = { view: 40 * kilobyte, script: 15 * kilobyte, style: 15 * kilobyte };  // compressed, pictures left out

// The recommended rules, but for matters of taste: the case of the doctype, white space at line ends, long titles of reports. Names may
// stand on whatever ARIA lets be named (lists of topics), groups that scroll are no fieldsets, and
// a dash that is read as a word is no picture file.
const rules = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'doctype-style': ['error', { style: 'lowercase' }],
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    'prefer-native-element': ['error', { exclude: ['group', 'img'] }],
    'no-inline-style': 'error',
  },
});

async function checkHtml({ files }, paths, report) {
  for (const path of paths) {
    const result = await rules.validateString(files.get(path).toString(), path);
    const problems = result.results.flatMap((file) => file.messages).filter((message) => message.severity === 2);
    report.check(`valid HTML: ${path}`, problems.map((p) => `${p.line}:${p.column} ${p.ruleId}: ${p.message}`));
  }
}

function checkWeights({ name, files, kinds }, report) {
  const packed = (bytes) => gzipSync(bytes, { level: 9 }).length;
  const weight = (path) => packed(files.get(path));
  let heaviest = [0, ''];
  for (const [kind, paths] of kinds) {
    if (kind === 'report_full') continue;  // for printing, read whole on purpose
    for (const path of paths) {
      const html = files.get(path).toString();
      const loads = [...html.matchAll(/<(?:script|link)[^>]*\s(?:src|href)="([^"]+\.(?:js|css))"/g)].map((m) => posix.normalize(posix.join(posix.dirname(path), m[1])));
      const sum = (ending) => loads.filter((name) => name.endsWith(ending)).reduce((total, name) => total + weight(name), 0);
      const view = weight(path) + sum('.js') + sum('.css');
      // The root of the search index is data in the form of a script; tests/search/ holds its own budget.
      const scripts = loads.filter((name) => name.endsWith('.js') && !name.startsWith('search/')).reduce((total, name) => total + weight(name), 0);
      if (view > heaviest[0]) heaviest = [view, path];
      report.check(`weight of ${path}`, [
        view > limits.view && `first view ${view} bytes`,
        scripts > limits.script && `scripts ${scripts} bytes`,
        sum('.css') > limits.style && `style ${sum('.css')} bytes`,
        files.get(path).length > 200 * kilobyte && `HTML ${files.get(path).length} bytes`,
      ]);
    }
  }
  console.log(`${name}: heaviest first view: ${heaviest[0]} bytes compressed, ${heaviest[1]}`);
}

/** Host files and templates, of the demo portal: it has something of every kind. */
export function checkHostFiles({ files, project, kinds }, report) {
  const headers = files.get('_headers')?.toString() ?? '';
  for (const name of ['Content-Security-Policy', 'X-Content-Type-Options: nosniff', 'Referrer-Policy', 'Permissions-Policy', 'Cache-Control']) {
    report.check(`_headers has ${name}`, headers.includes(name) ? null : headers);
  }
  const rules = (files.get('_redirects')?.toString() ?? '').trim().split('\n').map((line) => line.split(' '));
  report.equal('every alias of the portal is in _redirects', rules.filter(([from]) => from.endsWith('.html')).length, kinds.get('redirect').length);
  for (const [from, to, code] of rules) {
    report.check(`_redirects ${from}`, [code !== '301' && `code ${code}`, !files.has(decodeURIComponent(to.slice(1))) && `${to} is no file`]);
  }
  // A kind of page that no test page has would never be looked at.
  const shared = ['base', 'macros', 'masthead'];
  const templates = readdirSync(join(project, 'templates')).filter((name) => name.endsWith('.html')).map((name) => name.slice(0, -5));
  report.equal('every template has a page', templates.filter((name) => !shared.includes(name) && !kinds.has(name)), []);
}

/** All pages of the demo portal; of portals made of the same templates, the heaviest page of each kind. */
export async function checkFiles(portal, report) {
  const all = [...portal.files.keys()].filter((path) => path.endsWith('.html'));
  await checkHtml(portal, portal.name === 'demo' ? all : onePageAKind(portal).map(([, path]) => path), report);
  checkWeights(portal, report);
}
