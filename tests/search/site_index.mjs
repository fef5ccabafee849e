// The search index of a built site, read from its files as a browser would load it, with an account of what was loaded.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { gzipSync } from 'node:zlib';

/** Runs the engine of a theme; it is a script, not a module. */
export const loadEngine = (file) => {
  runInThisContext(readFileSync(file, 'utf8'), { filename: file });
  return globalThis.reportalSearchEngine;
};

/**
 * { engine, data, rootBytes, rounds }: `data` is that of the root; `rounds` fills with lists of { name, bytes }, one for each time that the engine
 * asked for files while none was on its way. Bytes are those after gzip.
 */
export const openIndex = (Engine, site) => {
  const read = (name) => {
    let call;
    const source = readFileSync(join(site, 'search', name + '.js'), 'utf8');
    globalThis.reportalSearch = (version, called, data) => { call = { version, called, data }; };
    runInThisContext(source);
    if (call.called !== name) throw new Error(`${name}.js calls itself ${call.called}`);
    return { ...call, bytes: gzipSync(source).length };
  };
  const root = read('index');
  const rounds = [];
  let underway = 0;
  const engine = new Engine(root.data, async (name) => {
    if (underway++ === 0) rounds.push([]);
    const shard = read(name);
    if (shard.version !== root.version) throw new Error(`${name}.js is of another version`);
    rounds.at(-1).push({ name, bytes: shard.bytes });
    await new Promise((resolve) => setTimeout(resolve, 1));
    --underway;
    return shard.data;
  });
  return { engine, data: root.data, rootBytes: root.bytes, rounds };
};

/** What the first query of a reader moves: { bytes, rounds } with the root. */
export const firstQuery = async (Engine, site, query) => {
  const { engine, rootBytes, rounds } = openIndex(Engine, site);
  const { total } = await engine.search(query);
  return { total, bytes: rounds.flat().reduce((sum, file) => sum + file.bytes, rootBytes), rounds };
};
