// What a first query moves on a large portal: the index is made so that it stays small however many cases there are.
//
//     node large.mjs ENGINE SITE
//
// Held: at most 100 kB after gzip, in at most two sequential rounds, and something is found. The last line is `N passed, N failed`.

import { firstQuery, loadEngine } from './site_index.mjs';

const [engineFile, site] = process.argv.slice(2);
const { Engine } = loadEngine(engineFile);

const MOST_BYTES = 100_000;
const MOST_ROUNDS = 2;
// One character, two, a word in every case, a long word, two words, one excluded, a number, a name, its pinyin, its initials.
const queries = ['学', '学校', '产业学院', '工作手册式教材', '产业学院 课程改革', '学校 -产业学院', '满意度达到98', '青川工业职业技术学院', 'qingchuan', 'qcgy'];

let failed = 0;
let most = 0;
for (const query of queries) {
  const { total, bytes, rounds } = await firstQuery(Engine, site, query);
  most = Math.max(most, bytes);
  if (bytes <= MOST_BYTES && rounds.length <= MOST_ROUNDS && total > 0) continue;
  failed += 1;
  console.log(`FAIL  ${query}: ${bytes} bytes in ${rounds.length} rounds, ${total} pages`);
}
console.log(`a first query over 10,000 cases moves at most ${(most / 1000).toFixed(1)} kB (gzip)`);
console.log(`${queries.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
