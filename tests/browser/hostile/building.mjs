// Builds hostile portals: what the generator refuses is taken out of that one place, until it builds.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { writeContent } from './content.mjs';

const mostRounds = 12;

/** The problems that `check` reports, as it writes them for programs. */
function problemsOf(generator, content) {
  const run = spawnSync(generator, ['check', '--lang', 'en', '--format', 'json', content], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0 && run.status !== 1) throw new Error(`check ended with ${run.status ?? run.signal}: ${run.stderr.slice(0, 500)}`);
  return JSON.parse(run.stdout);
}

/** The place of a vector that an error is about, or undefined. */
function placeOf({ file, line, id }, content, places, refused) {
  // What leads nowhere is known of the page: first the vector as an address is to blame, then the vector as it stands, then among texts.
  if (id === 'publish/broken-link' || id === 'publish/broken-fragment') {
    const source = [file.replace(/\.html$/, '.md'), file].find((path) => places.has(path));
    return source && ['addresses', 'bare', 'texts'].map((part) => `${source} ${part}`).find((place) => !refused.has(place));
  }
  const [path, lines] = [...places].find(([name]) => file === join(content, name)) ?? [];
  return /alias|address-clash/.test(id) ? `${path} aliases` : lines?.get(line);  // known after reading, without a line
}

/** Writes content that the generator takes; answers with the refused places → why. */
export function writeAccepted(generator, content, batch, options) {
  const refused = new Map();
  for (let round = 0; round < mostRounds; ++round) {
    const places = writeContent(content, batch, { ...options, refused });
    const errors = problemsOf(generator, content).filter(({ severity, id }) => severity === 'error' && id !== 'publish/more-problems');
    if (errors.length === 0) return refused;
    const before = new Set(refused.keys());
    for (const error of errors) {
      const place = placeOf(error, content, places, before);
      if (!place || before.has(place)) throw new Error(`an error at no place of a vector: ${JSON.stringify(error)}`);
      refused.set(place, error.id);
    }
  }
  throw new Error('the generator refuses more each time');
}
