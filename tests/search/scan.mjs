// What search has to find, found the plain way: every text that the index holds, read from its first to its last character. Slow, and written
// without the engine's tables; only how a query is cut into words (`parse`) is the engine's.

/** Every passage that the index of an engine holds. */
export const everything = async (engine) => {
  await engine.loadTexts(engine.starts.keys());
  return Array.from({ length: engine.size }, (_, id) => engine.passage(id));
};

const spaces = /[\s\u0000-\u0020\u007f\u2000-\u200b\ufeff]+/gu;

export class Scan {
  constructor(engine, passages, traditional, parse) {
    this.parse = parse;
    this.engine = engine;
    this.simple = Object.fromEntries(Array.from(traditional.matchAll(/(.)(.)/gu), ([, from, to]) => [from, to]));
    this.lines = passages.map(({ text }) => text.split('\n').map((line) => this.plain(line)));
    this.readings = passages.map(({ anchor }, id) => (id < engine.pages ? anchor.toLowerCase().split('\n') : []));
  }

  plain(text) {
    let plain = '';
    for (const c of text.normalize('NFKC').toLowerCase().replace(spaces, '')) plain += this.simple[c] ?? c;
    return plain;
  }

  has(id, word) { return this.lines[id].some((line) => line.indexOf(word) >= 0); }

  titles(id) {
    const page = this.engine.pageOf[id];
    const titles = [page];
    while (this.engine.parent[titles.at(-1)] >= 0) titles.push(this.engine.parent[titles.at(-1)]);
    return titles;
  }

  find(query) {
    const words = this.parse(query).map((word) => ({ ...word, text: this.plain(word.text) })).filter(({ text }) => text);
    const wanted = words.filter(({ excluded }) => !excluded);
    const unwanted = words.filter(({ excluded }) => excluded);
    const letters = wanted.map(({ text }) => text).join('');
    const isReading = /^[a-z][a-z0-9]+$/.test(letters) && !wanted.some(({ quoted }) => quoted);
    const read = isReading && new RegExp(`\\b${[...letters].join('[^a-z0-9]*')}`);
    const found = [];
    for (let id = 0; id < this.lines.length; ++id) {
      const anywhere = ({ text }) => [id, ...this.titles(id)].some((one) => this.has(one, text));
      if (!wanted.length || unwanted.some(anywhere)) continue;
      const literal = wanted.length === 1 ? this.has(id, letters) : wanted.every(anywhere) && wanted.some(({ text }) => this.has(id, text));
      const spelled = isReading && this.readings[id].some((line) => {
        const initials = (line.match(/[a-z0-9]+/g) ?? []).map(([first]) => first).join('');
        return initials.includes(letters) || read.test(line);
      });
      if (literal || spelled) found.push(id);
    }
    return found;
  }
}
