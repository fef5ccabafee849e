// What the first query of a reader moves.
//
//     node first_query.mjs ENGINE SITE QUERY …
//
// Prints a line for each: the query, kilobytes after gzip with the root, files beside the root, rounds, pages found; tabs between.

import { firstQuery, loadEngine } from './site_index.mjs';

const [engineFile, site, ...queries] = process.argv.slice(2);
const { Engine } = loadEngine(engineFile);
for (const query of queries) {
  const { total, bytes, rounds } = await firstQuery(Engine, site, query);
  console.log([query, (bytes / 1000).toFixed(1), rounds.flat().length, rounds.length, total].join('\t'));
}
