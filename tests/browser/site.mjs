// The site under test: built once, read from disk, served on loopback as a host that reads _headers would serve it.

import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml',
  json: 'application/json', xml: 'application/xml', csv: 'text/csv; charset=utf-8', txt: 'text/plain; charset=utf-8', png: 'image/png', jpg: 'image/jpeg',
};

/** The pages are not at the root of the host, as on a host that many portals share. */
export const subPath = '/portal/';

export function build(generator, content, output, ...options) {
  execFileSync(generator, ['build', content, '--output', output, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Path below the site's root → bytes, of all files. */
export function readSite(root) {
  const files = new Map();
  const walk = (folder) => {
    for (const name of readdirSync(join(root, folder))) {
      const path = folder ? `${folder}/${name}` : name;
      if (name === '.reportal') continue;
      if (statSync(join(root, path)).isDirectory()) walk(path);
      else files.set(path, readFileSync(join(root, path)));
    }
  };
  walk('');
  return files;
}

/** The headers that the rules of _headers give to a path: those under '/*' and under longer patterns. */
function headersFor(rules, path) {
  const headers = {};
  let applies = false;
  for (const line of rules.split('\n')) {
    if (line.startsWith('/')) applies = path.startsWith(line.replace(/\*$/, ''));
    else if (applies && line.includes(':')) headers[line.slice(0, line.indexOf(':')).trim()] = line.slice(line.indexOf(':') + 1).trim();
  }
  return headers;
}

/** Answers as a host of static sites does: what is text is packed, and what _headers keeps for no time has to be asked for again. */
function answer(request, response, bytes, type, headers, status) {
  const all = { 'Cache-Control': 'public, max-age=0, must-revalidate', 'Content-Type': type, Vary: 'Accept-Encoding', ...headers };
  const packed = /text|json|xml/.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body = packed ? gzipSync(bytes) : bytes;
  if (packed) all['Content-Encoding'] = 'gzip';
  response.writeHead(status, { ...all, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Serves the files below `mount`; resolves to the address of the site's root and a function that ends it. */
export function serve(files, mount = subPath, port = 0) {
  const rules = files.get('_headers').toString();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host/').pathname);
    const name = path.startsWith(mount) ? path.slice(mount.length) : null;
    const found = name === null ? null : name === '' || name.endsWith('/') ? `${name}index.html` : name;
    const bytes = found === null ? undefined : files.get(found);
    const type = types[(bytes ? found : '404.html').split('.').pop()] ?? 'application/octet-stream';
    answer(request, response, bytes ?? files.get('404.html'), type, headersFor(rules, '/' + (found ?? '')), bytes ? 200 : 404);
  });
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      resolve({ root: `http://127.0.0.1:${server.address().port}${mount}`, close: () => server.close() });
    });
  });
}

/** Kind of page → its paths, the heaviest first; the kind is what the template says on its body. */
export function pagesByKind(files) {
  const kinds = new Map();
  for (const [path, bytes] of files) {
    const kind = path.endsWith('.html') && /<body class="page-([a-z_]+)/.exec(bytes)?.[1];
    if (kind) kinds.set(kind, [...(kinds.get(kind) ?? []), path]);
  }
  for (const paths of kinds.values()) paths.sort((a, b) => files.get(b).length - files.get(a).length || (a < b ? -1 : 1));
  return kinds;
}
