// Writes the content of a portal in which every text that an author can give is one of the vectors: settings, vocabulary, front matter, raw
// report text, Markdown, HTML, values. What the generator refuses with an error at that line is left out of that one place the next time.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text as YAML writes it in double quotes. */
const quoted = (text) => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
const list = (texts) => `[${texts.map(quoted).join(', ')}]`;
/** A vector as it can stand in a file: NUL bytes are refused in all of them, so there it is a space. */
const written = (text) => text.replaceAll('\0', ' ');
const oneLine = (text) => written(text).replace(/[\n\r\f\v\u2028\u2029]+/g, ' ');

/** Lines of one YAML file, each known by the place that it fills; places in `refused` are left out. */
class Yaml {
  constructor(path, refused) {
    this.path = path;
    this.refused = refused;
    this.lines = [];
    this.places = [];
  }

  add(line, place = '') {
    if (place && this.refused.has(place)) return this;
    this.lines.push(line);
    this.places.push(place);
    return this;
  }

  /** KEY: VALUE for each member; a value is YAML already. */
  members(indent, name, members) {
    for (const [key, value] of Object.entries(members)) this.add(`${indent}${key}: ${value}`, `${name} ${key}`);
    return this;
  }
}

function settings(yaml, batch) {
  const all = quoted(batch.map(({ text }) => text).join(' '));
  yaml.members('', 'portal', {
    title: all, subtitle: all, description: all, publisher: all, licence: all, licence_url: quoted('https://example.invalid/'), language: yaml.language, base_url: quoted(yaml.base),
    channels: `[{id: one, title: ${all}}]`,
  });
  yaml.add('navigation:').add('  - {title: home, to: index.html}');
  for (const { number, text } of batch) yaml.add(`  - {title: ${quoted(text)}, to: index.html}`, `navigation ${number}`);
  yaml.add('home:').add(`  lead: ${all}`).add('  notes:').add('    - note');
  for (const { number, text } of batch) yaml.add(`    - ${quoted(text)}`, `note ${number}`);
}

/** Keys of each vocabulary file that take a text, and those that take a list of texts or an address. */
const vocabulary = {
  schools: { prefix: 's', texts: ['name', 'short', 'city', 'province', 'code', 'sort', 'summary'], lists: ['forms', 'own_forms'], address: 'site' },
  organisations: { prefix: 'o', texts: ['name', 'short', 'city', 'sort', 'summary'], lists: ['forms'], address: 'site' },
  topics: { prefix: 't', texts: ['name', 'description'], lists: ['words', 'sections'] },
  indicators: { prefix: 'i', texts: ['name', 'unit', 'definition'], lists: ['forms'] },
  glossary: { prefix: 'g', texts: ['name', 'definition'], lists: ['forms'] },
};

/** A thing of a vocabulary has seven vectors in each of its texts: they are many, and each thing has pages of its own. */
const vectorsAName = 7;
const thingOf = (number) => Math.floor((number - 1) / vectorsAName);

function entries(yaml, { prefix, texts, lists, address }, batch) {
  for (const thing of new Set(batch.map(({ number }) => thingOf(number)))) {
    const own = batch.filter(({ number }) => thingOf(number) === thing).map(({ text }) => text);
    const place = (key) => `${yaml.path} ${thing} ${key}`;
    yaml.add(`- id: ${prefix}${thing}`);
    for (const key of texts) yaml.add(`  ${key}: ${quoted(own.join(' '))}`, place(key));
    for (const key of lists) yaml.add(`  ${key}: ${list(own)}`, place(key));
    if (address) yaml.add(`  ${address}: ${quoted(own[0])}`, place(address));
    if (prefix === 'i') yaml.add(`  group: ${quoted(batch.map(({ text }) => text).join(' '))}`, place('group'));
  }
}

const frontMatter = (yaml, { number, text }) => yaml.members('', `${yaml.path}`, {
  title: quoted(text), authors: list([text, text]), source: quoted(text), source_url: quoted(text), summary: quoted(text), tags: list([text]), image: quoted(text),
  schools: `[s${thingOf(number)}]`, topics: `[t${thingOf(number)}]`, channel: 'one', date: '2024-01-02', ...(yaml.path.endsWith('.md') && { aliases: list([text]) }), lang: quoted(text),
});

/** Markdown with a vector as its texts and, unless they are refused, as its addresses and as it stands. */
const markdown = (text, { texts, addresses, bare }) => `段落
${texts ? `
## ${oneLine(text)}

- ${oneLine(text)}
- 项

> ${oneLine(text)}

| 甲 | ${oneLine(text)} |
|---|---|
| ${oneLine(text)} | 乙 |

\`${oneLine(text)}\`

\`\`\`${oneLine(text)}
${text}
\`\`\`

[字](https://example.invalid/ "${oneLine(text)}") <span title="${text}">字</span>

**${text}** *${text}* ~~${text}~~
` : ''}${addresses ? `
[字](${oneLine(text)}) [字](<${oneLine(text)}>) ![${oneLine(text)}](${oneLine(text)}) [字][r] <${oneLine(text)}>

[r]: ${oneLine(text)}
` : ''}${bare ? `
段落里 ${text} 的文字

${text}

<div>

${text}

</div>
` : ''}`;

/** An HTML body of the same kind. */
const html = (text, { texts, addresses, bare }) => `<h2>题</h2>
${texts ? `<p>字 <b title="${text}">粗</b> <i title='${text}' id="${text}" class="${text}">斜</i></p>
<p style="${text}" lang="${text}" name="${text}">字</p>
<table><caption>题 ${text}</caption><tr><th scope="${text}">甲</th><th>${text}</th></tr><tr><td colspan="${text}">${text}</td><td>乙</td></tr></table>
<figure><img src="x" alt="${text}"><figcaption>${text}</figcaption></figure>
<blockquote cite="${text}">${text}</blockquote><ul><li>${text}</li></ul><pre>${text}</pre>
<h3>${text}</h3>` : ''}
${addresses ? `<p><a href="${text}">链</a> <a href='${text}'>链</a> <a href=${oneLine(text)}>链</a> <img src="${text}" alt="${text}"><img src='${text}' alt='${text}'></p>` : ''}
${bare ? text : ''}
`;

/** Raw text as a report has it; a chapter holds eight vectors. */
function reportText(batch) {
  const out = [];
  batch.forEach(({ text }, i) => {
    const v = oneLine(text);
    const chapter = Math.floor(i / 8) + 1;
    const n = `${chapter}-${(i % 8) + 1}`;
    if (i % 8 === 0) out.push(`${chapter} ${v}`, '');
    out.push(`${n.replace('-', '.')} ${v}`, '', `这一段写的是 ${v} 以及别的事情，学校全年完成了三十项工作。`, '', written(text), '',
      `表 ${n} ${v}`, '', `序号 ${v} 负责人`, '1 项目甲 张三', `2 ${v} 李四`, '3 项目丙 王五', '', `数据来源：${v}`, '', `见表 ${n} 和图 ${n}。`, '',
      `图 ${n} ${v}`, '', `数据来源：${v}`, '', `案例 ${n} ${v}`, '', `案例的正文写到 ${v} 为止，一共有四十名学生参加了这一活动。`, '', '【案例完】', '');
  });
  return out.join('\n');
}

function reportMatter(yaml, batch) {
  const joined = quoted(batch.map(({ text }) => text).join(' '));
  yaml.members('', yaml.path, { kind: 'report', title: joined, school: `s${thingOf(batch[0].number)}`, year: '2024', source: joined, summary: joined, authors: joined, tags: list(batch.map(({ text }) => text)) });
  const places = batch.map((vector, i) => ({ ...vector, n: quoted(`${Math.floor(i / 8) + 1}-${(i % 8) + 1}`), i }));
  yaml.add('figures:');
  for (const { number, text, n, i } of places) {
    const data = i % 2 ? `data: {${quoted(text)}: 3, ${quoted(`${text} b`)}: 7}` : `series: {${quoted(text)}: {${quoted(text)}: 3, b: 5}, ${quoted(`${text} b`)}: {${quoted(text)}: 4, b: 6}}`;
    yaml.add(`  ${n}: {chart: ${['bar', 'column', 'line'][i % 3]}, alt: ${quoted(text)}, unit: ${quoted(text)}, ${data}}`, `figure ${number}`);
  }
  yaml.add('tables:');
  for (const { number, text, n } of places) yaml.add(`  ${n}: {columns: [序号, ${quoted(text)}, ${quoted(`${text} b`)}]}`, `table ${number}`);
  yaml.add('cases:');
  for (const { number, n } of places) yaml.add(`  ${n}: {topics: [t${thingOf(number)}]}`, `case ${number}`);
  yaml.add('corrections:').add(`  - {text: 这一段, as: paragraph, reason: ${joined}}`, 'correction');
}

const values = (batch) => ['school,indicator,year,value,source', ...batch.map(({ number, text }) =>
  `s${thingOf(number)},i${thingOf(number)},${2000 + number % vectorsAName},${number},"${oneLine(text).replaceAll('"', '""')}"`)].join('\n') + '\n';

/** Writes the content to `folder`; answers with what stands where: file → line (from 1) → place. */
export function writeContent(folder, batch, { refused = new Set(), language = 'zh-CN', base = 'https://example.invalid/portal/' } = {}) {
  const places = new Map();
  const put = (path, text) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const yamlOf = (path, fill, body = null) => {
    const yaml = Object.assign(new Yaml(path, refused), { language, base });
    fill(yaml);
    put(path, body === null ? yaml.lines.join('\n') + '\n' : `---\n${yaml.lines.join('\n')}\n---\n\n${body}`);
    places.set(path, new Map(yaml.places.map((place, i) => [i + (body === null ? 1 : 2), place])));
  };
  yamlOf('portal.yaml', (yaml) => settings(yaml, batch));
  for (const [name, shape] of Object.entries(vocabulary)) yamlOf(`${name}.yaml`, (yaml) => entries(yaml, shape, batch));
  for (const vector of batch) {
    const { number, text } = vector;
    for (const [path, body] of [[`articles/m${number}.md`, markdown], [`cases/h${number}.html`, html]]) {
      const parts = Object.fromEntries(['texts', 'addresses', 'bare'].map((part) => [part, !refused.has(`${path} ${part}`)]));
      yamlOf(path, (yaml) => frontMatter(yaml, vector), body(written(text), parts));
    }
  }
  yamlOf('reports/r.txt', (yaml) => reportMatter(yaml, batch), reportText(batch));
  put('pages/free.md', batch.map(({ text }) => `## 题\n\n    ${oneLine(text)}\n`).join('\n'));
  // What the vectors name as something that is there but no picture, so that what they hope for, an error, comes.
  for (const name of ['x', 'x.js', 'x.htc', 'x.png']) for (const path of ['articles', 'cases']) put(`${path}/${name}`, 'x');
  put('values/values.csv', values(batch));
  return places;
}
