// Searches the index that the generator made: which passages a query finds, in which order. No page, no network: what reads a shard
// is handed in, so the same file runs in a browser and in tests. The format of the index: docs/search.md.
(() => {
  'use strict';

  const MOST_KEYS = 6;         // whose postings are asked for; the texts are compared anyway
  const SHARDS_A_ROUND = 8;    // of texts that are read at once
  const MOST_NEAR = 10;        // keys of each kind that nearest names are looked up by
  const LINE = '\n';
  const SPACE = /[\u0000-\u0020\u007f\u00a0\u2000-\u200b\u202f\u3000\ufeff]+/g;
  const QUOTES = { '"': '"', '\u201c': '\u201d', '\u300c': '\u300d', '\uff02': '\uff02' };
  const MINUS = /^[-\uff0d\u2212]/;

  /** The value of a digit of the index, as number_code.h writes it. */
  const digit = (text, at) => {
    const code = text.charCodeAt(at);
    return code - (code > 92 ? 36 : 35);
  };

  const readNumbers = (text) => {
    const numbers = [];
    for (let at = 0, value = 0, scale = 1; at < text.length; ++at) {
      const d = digit(text, at);
      value += (d % 45) * scale;
      scale *= 45;
      if (d >= 45) continue;
      numbers.push(value);
      value = 0;
      scale = 1;
    }
    return numbers;
  };

  /** A set of whole numbers below `size`. */
  class Bits {
    constructor(size) { this.words = new Uint32Array((size + 31) >>> 5); }
    has(i) { return (this.words[i >>> 5] >>> (i & 31)) & 1; }
    add(i) { this.words[i >>> 5] |= 1 << (i & 31); }
    remove(i) { this.words[i >>> 5] &= ~(1 << (i & 31)); }
    keep(other) { for (let i = 0; i < this.words.length; ++i) this.words[i] &= other.words[i]; return this; }
    merge(other) { for (let i = 0; i < this.words.length; ++i) this.words[i] |= other.words[i]; return this; }
    copy() { const bits = new Bits(0); bits.words = this.words.slice(); return bits; }
    each(visit) {
      for (let i = 0; i < this.words.length; ++i) {
        for (let word = this.words[i]; word; word &= word - 1) visit(i * 32 + 31 - Math.clz32(word & -word));
      }
    }
    list() { const all = []; this.each((i) => all.push(i)); return all; }
  }

  const readSet = (code, size) => {
    const bits = new Bits(size);
    if (code === undefined) return bits;
    if (code[0] === ' ') {
      for (let at = 1; at < code.length; ++at) {
        for (let d = digit(code, at), i = (at - 1) * 6; d; d >>= 1, ++i) if (d & 1) bits.add(i);
      }
    } else {
      let next = 0;
      for (const gap of readNumbers(code)) {
        bits.add(next + gap);
        next += gap + 1;
      }
    }
    return bits;
  };

  const shardOf = (key, count) => {
    let hash = 0;
    for (let i = 0; i < key.length; ++i) hash = (Math.imul(hash, 31) + key.charCodeAt(i)) | 0;
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    hash ^= hash >>> 12;
    return (hash >>> 0) % count;
  };

  /** The words of a query: { text, quoted, excluded }. A quotation mark opens a phrase at the start of a word, if one closes it at the end. */
  const parse = (query) => {
    const words = [];
    const text = query.replace(SPACE, ' ');
    for (let at = 0; at < text.length;) {
      if (text[at] === ' ') { ++at; continue; }
      const excluded = MINUS.test(text[at]) && at + 1 < text.length && text[at + 1] !== ' ';
      if (excluded) ++at;
      const closing = QUOTES[text[at]];
      let end = closing ? text.indexOf(closing, at + 1) : -1;
      while (end > 0 && end + 1 < text.length && text[end + 1] !== ' ') end = text.indexOf(closing, end + 1);
      const quoted = end > at + 1;
      if (quoted) ++at;
      else if ((end = text.indexOf(' ', at)) < 0) end = text.length;
      words.push({ text: text.slice(at, end), quoted, excluded });
      at = quoted ? end + 1 : end;
    }
    return words;
  };

  class Engine {
    /** `load(name)` promises the data of a shard; `root` is that of the root. */
    constructor(root, load) {
      this.load = load;
      this.size = root.passages;
      this.pages = root.pages;
      this.shards = root.shards;
      this.simple = new Map();
      this.foldedOnes = new Map();
      const pairs = Array.from(root.traditional);
      for (let i = 0; i < pairs.length; i += 2) this.simple.set(pairs[i], pairs[i + 1]);
      this.readPages(root);
      let start = 0;
      this.starts = readNumbers(root.starts).map((gap) => (start += gap));
      this.sets = new Map();   // key → Bits
      this.texts = new Map();  // number of a text shard → its passages
      this.loading = new Map();
    }

    readPages(root) {
      this.kind = [];
      for (let i = 0; i < root.kinds.length; i += 2) {
        for (let n = 0; n < root.kinds[i + 1]; ++n) this.kind.push(root.kinds[i]);
      }
      let parent = -1;
      this.parent = readNumbers(root.parents).map((step) => (parent += step & 1 ? -((step + 1) >> 1) : step >> 1));
      const lists = (code, names) => {
        const numbers = readNumbers(code);
        const all = [];
        for (let at = 0; at < numbers.length; at += numbers[at] + 1) all.push(numbers.slice(at + 1, at + 1 + numbers[at]).map((i) => names[i]));
        return all;
      };
      this.facets = {
        kind: this.kind.map((kind) => [kind]),
        school: lists(root.school, root.schools),
        year: readNumbers(root.year).map((i) => (i ? [String(root.years[i - 1])] : [])),
        topic: lists(root.topic, root.topics),
      };
      // Passages stand in four runs: titles, headings, the first other passage of each page, the rest.
      this.pageOf = new Uint32Array(this.size);
      let at = 0;
      const run = (counts) => counts.forEach((count, page) => { this.pageOf.fill(page, at, at += count); });
      const others = readNumbers(root.others);
      run(new Array(this.pages).fill(1));
      run(readNumbers(root.headings));
      run(others.map((count) => Math.min(count, 1)));
      run(others.map((count) => Math.max(count - 1, 0)));
    }

    /** As chinese/folding does: width and case, simplified forms, no white space. */
    fold(text) {
      const plain = text.normalize('NFKC').toLowerCase().replace(SPACE, '');
      return /[\u4e00-\u9fff]/.test(plain) ? Array.from(plain, (c) => this.simple.get(c) || c).join('') : plain;
    }

    /** As `fold`, of one character; each is folded once. */
    foldOne(character) {
      let folded = this.foldedOnes.get(character);
      if (folded === undefined) this.foldedOnes.set(character, (folded = this.fold(character)));
      return folded;
    }

    once(name) {
      if (!this.loading.has(name)) {
        const promise = this.load(name);
        promise.catch(() => this.loading.delete(name));
        this.loading.set(name, promise);
      }
      return this.loading.get(name);
    }

    loadSets(keys) {
      return Promise.all(keys.filter((key) => !this.sets.has(key)).map(async (key) => {
        const shard = await this.once('p' + shardOf(key, this.shards));
        this.sets.set(key, readSet(Object.hasOwn(shard, key) ? shard[key] : undefined, this.size));
      }));
    }

    shardOfPassage(id) {
      let low = 0;
      for (let high = this.starts.length; high - low > 1;) {
        const middle = (low + high) >> 1;
        if (this.starts[middle] <= id) low = middle; else high = middle;
      }
      return low;
    }

    loadTexts(shards) {
      return Promise.all([...shards].filter((shard) => !this.texts.has(shard)).map(async (shard) => {
        const passages = [];
        for (const [address, title, origin, ...texts] of await this.once('t' + shard)) {
          const page = { address, title, origin };
          for (let i = 0; i < texts.length; i += 2) passages.push({ page, anchor: texts[i], text: texts[i + 1] });
        }
        this.texts.set(shard, passages);
      }));
    }

    /** A passage that is loaded: { page: { address, title, origin }, anchor, text }. The anchor of a title is its pinyin. */
    passage(id) {
      const shard = this.shardOfPassage(id);
      return this.texts.get(shard)[id - this.starts[shard]];
    }

    lines(id) {
      const passage = this.passage(id);
      return passage.lines || (passage.lines = passage.text.split(LINE).map((line) => this.fold(line)));
    }

    /** The keys of a folded text. */
    keys(text) {
      const characters = Array.from(text);
      if (characters.length === 1) return characters;
      return [...new Set(characters.slice(1).map((c, i) => characters[i] + c))];
    }

    /** The passages that hold all of `keys`, which are loaded. */
    common(keys) {
      const set = this.sets.get(keys[0]).copy();
      for (const key of keys.slice(1)) set.keep(this.sets.get(key));
      return set;
    }

    /** At most `most` of `keys`, evenly spread. */
    some(keys, most) {
      return keys.length <= most ? keys : Array.from({ length: most }, (_, i) => keys[Math.floor((i * (keys.length - 1)) / Math.max(1, most - 1))]);
    }

    /** What is looked for: words with their sets, and the pinyin that all words together may be. */
    async prepare(query) {
      const words = parse(query).map((word) => ({ ...word, text: this.fold(word.text) })).filter((word) => word.text);
      const wanted = words.filter((word) => !word.excluded);
      const joined = wanted.map((word) => word.text).join('').replace(/ü/g, 'v');
      const reading = wanted.every((word) => !word.quoted) && /^[a-z][a-z0-9]+$/.test(joined) ? joined : '';
      const readingKeys = (mark) => this.some(this.keys(reading), mark === 'p' ? 4 : 2).map((key) => mark + key);
      const most = Math.max(1, Math.floor((reading ? MOST_KEYS / 2 : MOST_KEYS) / words.length));
      for (const word of words) word.keys = this.some(this.keys(word.text), most);
      await this.loadSets([...new Set([...words.flatMap((word) => word.keys), ...(reading ? [...readingKeys('p'), ...readingKeys('i')] : [])])]);
      for (const word of words) {
        word.set = this.common(word.keys);
        word.certain = Array.from(word.text).length <= 2;
      }
      return { words, wanted, unwanted: words.filter((word) => word.excluded), reading,
        readingSet: reading ? this.common(readingKeys('p')).merge(this.common(readingKeys('i'))) : null,
        certain: !reading && words.every((word) => word.certain) };
    }

    /** The titles that speak for a page: its own, those of its report and its school. */
    titles(page) {
      const all = [];
      for (let at = page; at >= 0 && all.length < 4; at = this.parent[at]) all.push(at);
      return all;
    }

    /** Passages in which `word` may stand, or whose page has it in a title that speaks for it. */
    reach(word) {
      const set = word.set.copy();
      const named = new Uint8Array(this.pages);
      let any = false;
      for (let page = 0; page < this.pages; ++page) {
        if (this.titles(page).some((title) => word.set.has(title))) any = named[page] = 1;
      }
      if (any) this.pageOf.forEach((page, id) => { if (named[page]) set.add(id); });
      return set;
    }

    candidates(sought) {
      const { wanted, unwanted } = sought;
      let set = new Bits(this.size);
      if (wanted.length === 1) {
        set = wanted[0].set.copy();
      } else if (wanted.length > 1) {
        set = wanted.reduce((bits, word) => (bits ? bits.keep(this.reach(word)) : this.reach(word)), null);
        const own = new Bits(this.size);
        for (const word of wanted) own.merge(word.set);
        set.keep(own);
      }
      for (const word of unwanted.filter((each) => each.certain)) this.reach(word).each((id) => set.remove(id));
      return set;
    }

    stands(word, id) {
      return word.set.has(id) && (word.certain || this.lines(id).some((line) => line.includes(word.text)));
    }

    holds(word, id) {
      return this.stands(word, id) || this.titles(this.pageOf[id]).some((title) => this.stands(word, title));
    }

    isFound({ wanted, unwanted }, id) {
      return wanted.length > 0 && wanted.every((word) => (wanted.length > 1 ? this.holds(word, id) : this.stands(word, id))) &&
        wanted.some((word) => this.stands(word, id)) && !unwanted.some((word) => this.holds(word, id));
    }

    isRead({ reading, unwanted }, id) {
      if (unwanted.some((word) => this.holds(word, id))) return false;
      return this.passage(id).anchor.toLowerCase().split(LINE).some((line) => {
        const syllables = line.match(/[a-z0-9]+/g) || [];
        if (syllables.map((syllable) => syllable[0]).join('').includes(reading)) return true;
        const whole = syllables.join('');
        let start = 0;
        return syllables.some((syllable) => {
          const found = whole.startsWith(reading, start);
          start += syllable.length;
          return found;
        });
      });
    }

    /** The text shards without which it is not certain that `id` is found. */
    shardsToVerify({ words, wanted }, id) {
      const ids = new Set([id]);
      if (words.length > 1) {
        for (const word of words) {
          if (!word.certain) for (const title of this.titles(this.pageOf[id])) if (word.set.has(title)) ids.add(title);
        }
      }
      return [...ids].map((each) => this.shardOfPassage(each));
    }

    /** Those of `ids` on which it is certain that something is found; their texts are loaded then. */
    async verify(sought, ids) {
      const shards = new Set();
      for (const id of ids) for (const shard of this.shardsToVerify(sought, id)) shards.add(shard);
      await this.loadTexts(shards);
      const { readingSet } = sought;
      return ids.filter((id) => this.isFound(sought, id) || (readingSet && readingSet.has(id) && this.isRead(sought, id)));
    }

    /** `filters`: [facet, value] pairs. */
    passes(page, filters) { return filters.every(([facet, value]) => this.facets[facet][page].includes(value)); }

    /** Values by facet with how many of `pages` have them, under the filters of the other facets. */
    count(pages, filters) {
      const counts = {};
      for (const facet of Object.keys(this.facets)) {
        const found = new Map();
        const others = filters.filter(([each]) => each !== facet);
        for (const page of pages) {
          if (!this.passes(page, others)) continue;
          for (const value of this.facets[facet][page]) found.set(value, (found.get(value) || 0) + 1);
        }
        counts[facet] = [...found].map(([value, count]) => ({ value, count }));
      }
      return counts;
    }

    /** Candidates in the order of rank: those that hold the words first, then titles that are read so. */
    ranked(sought) {
      const literal = this.candidates(sought);
      const read = sought.readingSet ? sought.readingSet.copy() : new Bits(this.size);
      literal.each((id) => read.remove(id));
      return [...literal.list(), ...read.list()];
    }

    /** Asks for the postings that `prepare` left out; false if there are none. */
    async refine({ words }) {
      const rough = words.filter((word) => word.keys.length < this.keys(word.text).length);
      for (const word of rough) word.keys = this.keys(word.text);
      await this.loadSets([...new Set(rough.flatMap((word) => word.keys))]);
      for (const word of rough) word.set = this.common(word.keys);
      return rough.length > 0;
    }

    /** The next of `ids` from `at` on to be verified. What is certain is read only to be shown; of the rest as much as one round brings. */
    nextBatch(sought, ids, at, shown, want) {
      const batch = [];
      const pages = new Set(shown);
      const shards = new Set();
      for (; at < ids.length && (sought.certain ? pages.size < want : shards.size < SHARDS_A_ROUND); ++at) {
        const page = this.pageOf[ids[at]];
        if (pages.has(page) && sought.certain) continue;
        pages.add(page);
        batch.push(ids[at]);
        for (const shard of this.shardsToVerify(sought, ids[at])) if (!this.texts.has(shard)) shards.add(shard);
      }
      return { batch, next: at, isRead: shards.size > 0 };
    }

    /**
     * The first `want` pages on which something is found: { results, total, passages, certain, facets, sought, marks, missing }. A result is
     * { page, ids }: the numbers of its passages, the best first. There may be fewer results than `want` although `total` is more: asked again,
     * there are more. `certain`: every passage was verified, so the counts are exact.
     */
    async search(query, { want = 10, filters: asked = {} } = {}) {
      const filters = Object.entries(asked).filter(([, value]) => value);
      const sought = await this.prepare(query);
      const passing = (ids) => (filters.length ? ids.filter((id) => this.passes(this.pageOf[id], filters)) : ids);
      let order = this.ranked(sought);
      let ids = passing(order);
      const checked = new Set();
      const refuted = new Set();
      const shown = new Set();
      let refined = false;
      for (let at = 0; at < ids.length && shown.size < want;) {
        const { batch, next, isRead } = this.nextBatch(sought, ids, at, shown, want);
        at = next;
        const found = new Set(await this.verify(sought, batch));
        for (const id of batch) {
          checked.add(id);
          if (found.has(id)) shown.add(this.pageOf[id]);
          else refuted.add(id);
        }
        if (!refined && !shown.size && at < ids.length) {
          refined = true;
          if (await this.refine(sought)) {
            order = this.ranked(sought);
            ids = passing(order);
            at = 0;
          }
        }
        if (isRead && shown.size && want !== Infinity) break;
      }
      const found = ids.filter((id) => !refuted.has(id));
      const groups = new Map();
      for (const id of found) {
        const page = this.pageOf[id];
        if (groups.has(page)) groups.get(page).push(id);
        else groups.set(page, [id]);
      }
      return {
        results: [...groups].filter(([page]) => shown.has(page)).slice(0, want).map(([page, list]) => ({ page, ids: list })),
        total: groups.size,
        passages: found.length,
        certain: sought.certain || found.every((id) => checked.has(id)),
        facets: this.count(new Set(order.filter((id) => !refuted.has(id)).map((id) => this.pageOf[id])), filters),
        sought,
        marks: sought.wanted.map((word) => word.text),
        missing: sought.wanted.filter((word) => word.set.words.every((bits) => !bits)).map((word) => word.text),
      };
    }

    /** Where the folded `words` stand in a text: [first, last) pairs, ascending, that do not touch. */
    marks(text, words) {
      const starts = [];
      const ends = [];
      let plain = '';
      let at = 0;
      for (const character of text) {
        const part = character === LINE ? LINE : this.foldOne(character);
        for (let i = 0; i < part.length; ++i) {
          starts.push(at);
          ends.push(at + character.length);
        }
        plain += part;
        at += character.length;
      }
      const ranges = [];
      for (const word of words) {
        for (let i = plain.indexOf(word); i >= 0; i = plain.indexOf(word, i + word.length)) ranges.push([starts[i], ends[i + word.length - 1]]);
      }
      ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
      const merged = [];
      for (const range of ranges) {
        const last = merged[merged.length - 1];
        if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
        else merged.push(range);
      }
      return merged;
    }

    /** Titles that are nearest to a query that finds nothing: those that share most characters with it; of letters, most of their pinyin. */
    async nearest(query, count = 5) {
      const text = parse(query).filter((word) => !word.excluded).map((word) => this.fold(word.text)).join('');
      const characters = [...new Set(Array.from(text))].slice(0, MOST_NEAR);
      if (!text) return [];
      const pairs = this.keys(text).slice(0, MOST_NEAR);
      const keys = /^[a-z]{2,}$/.test(text) ? pairs.map((key) => 'p' + key) : [...new Set([...characters, ...pairs])];
      await this.loadSets(keys);
      const scores = new Map();
      for (const key of keys) {
        const set = this.sets.get(key);
        for (let page = 0; page < this.pages; ++page) if (set.has(page)) scores.set(page, (scores.get(page) || 0) + 1);
      }
      const best = [...scores].filter(([, score]) => score > 1 && score * 3 >= keys.length).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 2 * count);
      await this.loadTexts(new Set(best.map(([page]) => this.shardOfPassage(page))));
      const byTitle = new Map();
      for (const [id] of best) {
        const { page } = this.passage(id);
        if (!byTitle.has(page.title)) byTitle.set(page.title, page);
      }
      return [...byTitle.values()].slice(0, count);
    }
  }

  globalThis.reportalSearchEngine = { Engine, parse };
})();
