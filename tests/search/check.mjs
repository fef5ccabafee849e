// Asks the search engine of a theme about built portals.
//
//     node check.mjs ENGINE QUESTIONS DEMO [SITE …]
//
// The demo portal must answer QUESTIONS (the format stands there). On every site: the answers to these questions and to runs of characters
// taken out of its own texts equal a plain scan of the texts that the index holds; every result leads to an anchor that is there; every text of
// the pages is in the index; a first query moves little. The last line is `N passed, N failed`.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { everything, Scan } from './scan.mjs';
import { firstQuery, loadEngine, openIndex } from './site_index.mjs';

const [engineFile, questionsFile, ...sites] = process.argv.slice(2);
const { Engine, parse } = loadEngine(engineFile);
const open = (site) => openIndex(Engine, site);

const MOST_BYTES = 100_000;  // gzip, of a first query
const SAMPLES = 300;

let passed = 0;
let failed = 0;
const check = (name, ok, detail = '') => {
  if (ok) {
    ++passed;
  } else {
    ++failed;
    console.log(`FAIL  ${name}${detail && '\n        ' + detail}`);
  }
};

const found = async (engine, query) => {
  const { results } = await engine.search(query, { want: Infinity });
  return results.flatMap(({ ids }) => ids).sort((a, b) => a - b);
};

const compare = async (site, engine, scan, query) => {
  const [got, expected] = [await found(engine, query), scan.find(query)];
  check(`${site}: ${query}: equals a plain scan`, got.join() === expected.join(), `found ${got.length}, a scan finds ${expected.length}: ` +
    `missing ${expected.filter((id) => !got.includes(id)).slice(0, 5)}, too many ${got.filter((id) => !expected.includes(id)).slice(0, 5)}`);
  return got;
};

// ---- questions out of a site's own texts ----

/** Pseudo-random numbers that are the same in every run. */
const randomNumbers = (seed) => (limit) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
};

const sample = (passages) => {
  const below = randomNumbers(7);
  const queries = [];
  while (queries.length < SAMPLES) {
    const line = passages[below(passages.length)].text.split('\n').filter(Boolean).at(-1) ?? '';
    const characters = Array.from(line);
    const start = below(characters.length);
    const word = characters.slice(start, start + 1 + below(7)).join('').trim();
    if (!word || parse(word).length !== 1 || parse(word)[0].excluded || parse(word)[0].text !== word) continue;
    const kind = queries.length % 10;
    const other = Array.from(line).slice(0, 2).join('').trim();
    if (kind === 7 && other && parse(other)[0]?.text === other) queries.push(`${word} ${other}`);
    else if (kind === 8) queries.push(`${characters[0]} -${word}`);
    else if (kind === 9) queries.push(`"${characters.slice(start, start + 9).join('').replace(/"/g, '')}"`);
    else queries.push(word);
  }
  return queries;
};

// ---- the checks of a site ----

const ids = new Map();
const hasAnchor = (site, address, anchor) => {
  if (!ids.has(address)) {
    const html = readFileSync(join(site, decodeURIComponent(address)), 'utf8');
    ids.set(address, new Set(Array.from(html.matchAll(/\bid="([^"]*)"/g), ([, id]) => id)));
  }
  return !anchor || ids.get(address).has(anchor);
};

const letters = (text) => (text.match(/[\p{L}\p{N}]/gu) ?? []).join('');
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a page shows of its document, a text an element, without marks and spaces. */
const shownTexts = (html) => {
  const start = html.search(/<div class="prose\b/);
  let end = start;
  let depth = 0;
  for (const tag of start < 0 ? [] : html.slice(start).matchAll(/<(\/?)div\b/g)) {
    end = start + tag.index;
    if ((depth += tag[1] ? -1 : 1) === 0) break;
  }
  const body = html.slice(start, end);
  return body.match(/<(p|li|t[dh]|h[2-6]|pre|figcaption)\b[^>]*>[\s\S]*?<\/\1>/g)?.map((part) =>
    letters(part.replace(/<span class="(number|label)">[^<]*<\/span>|<[^>]*>/g, '').replace(/&([a-z]+|#39);/g, (whole, name) => entities[name] ?? whole))) ?? [];
};

const checkSite = async (site, questions) => {
  ids.clear();
  const name = site.split('/').at(-1);
  const { engine, data } = open(site);
  const passages = await everything(engine);
  const scan = new Scan(engine, passages, data.traditional, parse);
  check(`${name}: there are passages`, passages.length > 100);

  const lost = passages.slice(engine.pages).filter(({ page, anchor }) => !hasAnchor(site, page.address, anchor));
  check(`${name}: every passage leads to an anchor`, lost.length === 0, lost.slice(0, 3).map(({ page, anchor }) => `${page.address}#${anchor}`).join(' '));

  const indexed = letters(passages.map(({ text }) => text).join(''));
  const pages = [...new Set(passages.map(({ page }) => page.address))].filter((address) => /^(reports|cases|articles)\//.test(address));
  const missing = pages.flatMap((address) => shownTexts(readFileSync(join(site, decodeURIComponent(address)), 'utf8')).filter((text) => !indexed.includes(text))
    .map((text) => `${address}: ${text.slice(0, 30)}`));
  check(`${name}: every paragraph, item and cell of ${pages.length} pages is in the index`, missing.length === 0, `${missing.length}: ${missing.slice(0, 3).join(' ')}`);

  for (const { query } of questions) await compare(name, engine, scan, query);
  for (const query of sample(passages)) {
    const got = await compare(name, engine, scan, query);
    if (!query.includes('-')) check(`${name}: ${query}: is found where it was taken from`, got.length > 0);
  }

  let most = 0;
  for (const { query } of questions) {
    const { bytes, rounds } = await firstQuery(Engine, site, query);
    check(`${name}: ${query}: a first query moves at most ${MOST_BYTES} bytes in two rounds`, bytes <= MOST_BYTES && rounds.length <= 2,
      `${bytes} bytes, ${rounds.map((round) => round.map((file) => `${file.name} ${file.bytes}`).join(' ')).join(' | ')}`);
    most = Math.max(most, bytes);
  }
  console.log(`${name}: ${passages.length} passages; a first query moves at most ${(most / 1000).toFixed(1)} kB (gzip)`);
};

/** QUERY ⇥ ADDRESS of the first result, or of any with a `~` before it, or `-` for none ⇥ what it shows. */
const readQuestions = () => readFileSync(questionsFile, 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
  const [query, answer] = line.split('\t');
  return { query, answer };
});

const checkAnswers = async (site, questions) => {
  for (const { query, answer } of questions) {
    const { engine } = open(site);
    const { results, total } = await engine.search(query, { want: 50 });
    const addresses = results.map(({ ids: [id] }) => engine.passage(id).page.address);
    if (answer === '-') check(`${query}: nothing is found`, total === 0, addresses.slice(0, 3).join(' '));
    else if (answer.startsWith('~')) check(`${query}: finds ${answer.slice(1)}`, addresses.includes(answer.slice(1)), `${total}: ${addresses.slice(0, 5).join(' ')}`);
    else check(`${query}: the first result is ${answer}`, addresses[0] === answer, `${total}: ${addresses.slice(0, 3).join(' ')}`);
  }
};

const checkEngine = async (site) => {
  const { engine } = open(site);
  const words = (query) => parse(query).map(({ text, quoted, excluded }) => (excluded ? '-' : '') + (quoted ? `[${text}]` : text)).join(' ');
  for (const [query, expected] of [
    ['a  b', 'a b'], ['\u3000甲\u3000乙', '甲 乙'], ['"a b" c', '[a b] c'], ['“甲 乙”', '[甲 乙]'], ['「甲」', '[甲]'], ['甲“乙”丙', '甲“乙”丙'],
    ['-甲 乙', '-甲 乙'], ['－甲', '-甲'], ['-"a b"', '-[a b]'], ['1-1', '1-1'], ['- 甲', '- 甲'], ['""', '""'], ['"a', '"a'], ['“甲”乙”', '[甲”乙]'],
  ]) check(`${query}: is read as words`, words(query) === expected, words(query));
  for (const [text, expected] of [['ＡＢ１', 'ab1'], ['職業', '职业'], ['a B\u3000c', 'abc'], ['①', '1'], ['㎡', 'm2'], ['É', 'é'], ['', '']]) {
    check(`${text}: is folded`, engine.fold(text) === expected, engine.fold(text));
  }
  for (const [text, list, expected] of [
    ['甲乙丙', ['乙'], '1-2'], ['甲乙甲乙', ['甲乙'], '0-4'], ['ＡＢ c', ['abc'], '0-4'], ['職 業', ['职业'], '0-3'], ['甲', ['乙'], ''], ['a\nb', ['ab'], ''],
  ]) {
    const ranges = engine.marks(text, list).map(([first, last]) => `${first}-${last}`).join(' ');
    check(`${text}: ${list} is marked`, ranges === expected, ranges);
  }
  const all = await engine.search('学', { want: Infinity });
  for (const [facet, counts] of Object.entries(all.facets)) {
    for (const { value, count } of counts) {
      const narrowed = await engine.search('学', { want: Infinity, filters: { [facet]: value } });
      check(`narrowed by ${facet} ${value}`, narrowed.total === count && narrowed.results.every(({ page }) => engine.facets[facet][page].includes(value)));
    }
  }
  check('nearest names', (await engine.nearest('湖南工业职院大学')).length > 0);
};

const questions = readQuestions();
await checkAnswers(sites[0], questions);
await checkEngine(sites[0]);
for (const site of sites) await checkSite(site, questions);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
