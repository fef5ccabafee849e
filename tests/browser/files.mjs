// What can be said of the files without opening them: valid HTML, links that lead somewhere, weights, host files.

import { gzipSync } from 'node:zlib';
import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { HtmlValidate } from 'html-validate';

const kilobyte = 1024;
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

const decoded = (text) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

async function checkHtml({ files }, report) {
  for (const [path, bytes] of files) {
    if (!path.endsWith('.html')) continue;
    const result = await rules.validateString(bytes.toString(), path);
    const problems = result.results.flatMap((file) => file.messages).filter((message) => message.severity === 2);
    report.check(`valid HTML: ${path}`, problems.map((p) => `${p.line}:${p.column} ${p.ruleId}: ${p.message}`));
  }
}

function checkLinks({ files }, report) {
  const ids = new Map();
  const idsOf = (path) => {
    if (!ids.has(path)) ids.set(path, new Set([...files.get(path).toString().matchAll(/\sid="([^"]*)"/g)].map((m) => decoded(m[1]))));
    return ids.get(path);
  };
  let links = 0;
  for (const [path, bytes] of files) {
    if (!path.endsWith('.html')) continue;
    const problems = [];
    for (const [, attribute] of bytes.toString().matchAll(/\s(?:href|src|data-filter)="([^"]*)"/g)) {
      const link = decoded(attribute);
      if (/^[a-z]+:/i.test(link)) continue;
      links += 1;
      const [address, fragment] = link.split('#');
      const target = address ? posix.normalize(posix.join(posix.dirname(path), decodeURIComponent(address.split('?')[0]))) : path;
      if (target.startsWith('..') || !files.has(target)) problems.push(`${link} leads to no file`);
      else if (fragment && target.endsWith('.html') && !idsOf(target).has(decodeURIComponent(fragment))) problems.push(`${link} leads to no place`);
    }
    report.check(`links of ${path}`, problems);
  }
  report.check('the site has links', links > 1000 ? null : `only ${links}`);
}

function checkWeights({ files, kinds }, report) {
  const weight = (path) => gzipSync(files.get(path), { level: 9 }).length;
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
  console.log(`heaviest first view: ${heaviest[0]} bytes compressed, ${heaviest[1]}`);
}

function checkHostFiles({ files, project, kinds }, report) {
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

export async function checkFiles(site, report) {
  await checkHtml(site, report);
  checkLinks(site, report);
  checkWeights(site, report);
  checkHostFiles(site, report);
}
