// Every address that a page names leads somewhere: over http at the root of a host and below a sub-path, where it is asked of a server, and in
// a folder on disk, where it must be a file. A fragment must be the id of something on the page that it leads to.

import { existsSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { serve, subPath } from './site.mjs';

const decoded = (text) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const tags = /<[a-z][a-z0-9]*(?:\s+[^\s"=>]+(?:="[^"]*")?)*\s*\/?>/g;
const attributes = /\s([a-z-]+)="([^"]*)"/g;
const oneAddress = new Set(['href', 'src', 'action', 'formaction', 'data-filter', 'poster', 'cite', 'data', 'background', 'xlink:href']);

/** Every address that a page names, as it is written there. */
function addressesOf(html) {
  const found = [];
  for (const [tag] of html.matchAll(tags)) {
    for (const [, name, raw] of tag.matchAll(attributes)) {
      const value = decoded(raw);
      if (oneAddress.has(name)) found.push(value);
      else if (name === 'srcset') found.push(...value.split(',').map((choice) => choice.trim().split(/\s/)[0]));
      else if (name === 'content' && /http-equiv="refresh"/.test(tag)) found.push(value.replace(/^.*?url=/, ''));
    }
  }
  return found;
}

/** Path of a page or style sheet → the addresses it names, for all of a site. The list that filters load counts as one of the page it is for. */
function namedAddresses({ files }) {
  const named = new Map();
  for (const [path, bytes] of files) {
    if (path.endsWith('.html')) named.set(path, addressesOf(bytes.toString()));
    else if (path.endsWith('.css')) named.set(path, [...bytes.toString().matchAll(/url\("?([^")]+)"?\)/g)].map(([, address]) => address));
    else if (path === 'data/cases.js') {
      const { cases } = JSON.parse(/^reportalCases\((.*)\);?\s*$/s.exec(bytes.toString())[1]);
      named.set('cases/index.html', [...named.get('cases/index.html') ?? [], ...cases.map(([, , address]) => '../' + address)]);
    }
  }
  return named;
}

/** path → ids of its elements. */
function idLists({ files }) {
  const ids = new Map();
  return (path) => {
    if (!ids.has(path)) ids.set(path, new Set([...files.get(path).toString().matchAll(/\sid="([^"]*)"/g)].map(([, id]) => decoded(id))));
    return ids.get(path);
  };
}

const askServer = async (address) => {
  const response = await fetch(address, { method: 'HEAD' });
  return response.ok ? null : `answer ${response.status}`;
};

const lookOnDisk = (address) => {
  const path = fileURLToPath(address);
  return existsSync(path) && statSync(path).isFile() ? null : 'no such file';
};

/** Resolves all that a site names against `root`, then asks each distinct address once. */
async function checkUnder(portal, root, named, ask, report, where) {
  const idsOf = idLists(portal);
  const wrong = new Map([...named.keys()].map((path) => [path, []]));
  const targets = new Map();  // address without fragment → [page, link] that name it
  let links = 0;
  let fragments = 0;
  for (const [path, addresses] of named) {
    for (const link of addresses) {
      const url = new URL(link, root + path);
      if (url.protocol !== new URL(root).protocol || url.host !== new URL(root).host) continue;
      links += 1;
      if (!url.href.startsWith(root)) {
        wrong.get(path).push(`${link} leaves the site`);
        continue;
      }
      const fragment = decodeURIComponent(url.hash.slice(1));
      url.hash = '';
      targets.set(url.href, [...targets.get(url.href) ?? [], [path, link]]);
      const target = decodeURIComponent(url.href.slice(root.length).split('?')[0]) || 'index.html';
      if (!fragment || !target.endsWith('.html') || !portal.files.has(target)) continue;
      fragments += 1;
      if (!idsOf(target).has(fragment)) wrong.get(path).push(`${link} leads to no place`);
    }
  }
  for (const [address, uses] of targets) {
    const problem = await ask(address);
    if (problem) for (const [path, link] of uses) wrong.get(path).push(`${link}: ${problem}`);
  }
  for (const [path, problems] of wrong) report.check(`links of ${path}, ${where}`, problems);
  report.check(`there are links, ${where}`, links > 1000 && fragments > 100 ? null : `only ${links} links, ${fragments} with a fragment`);
  return `${links} links to ${targets.size} addresses, ${fragments} fragments`;
}

export async function checkLinks(portal, report) {
  const named = namedAddresses(portal);
  const atRoot = await serve(portal.files, '/');
  const below = await serve(portal.files, subPath);
  const counts = new Set();
  for (const [where, root, ask] of [
    ['http', atRoot.root, askServer], ['http, sub-path', below.root, askServer], ['disk', pathToFileURL(portal.folder).href + '/', lookOnDisk],
  ]) counts.add(await checkUnder(portal, root, named, ask, report, where));
  atRoot.close();
  below.close();
  report.equal('as many links everywhere', counts.size, 1);
  console.log(`${portal.name}: ${[...counts][0]}, each looked up over http, below a sub-path and on disk`);
}
