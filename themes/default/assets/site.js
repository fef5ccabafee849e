// What every page gains with a script: tables that sort, links and citations to copy, large text, the section that is read marked in the
// contents. Every page reads without it. No framework, no
// inline code, nothing from elsewhere; works from disk too. The words it says stand on its own element.

(() => {
  'use strict';

  const words = document.currentScript.dataset;
  const canonical = document.querySelector('link[rel="canonical"]');
  const pageAddress = canonical ? canonical.href : location.href.replace(/[?#].*$/, '');

  const say = (sentence, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, () => value), sentence);

  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  /** In an interface of another language, Chinese says so. */
  function marked(element) {
    if (!document.body.matches(':lang(zh)') && /\p{Script=Han}/u.test(element.textContent)) element.lang = 'zh-CN';
    return element;
  }

  // ---- saying something ----

  const voice = make('p', { className: 'voice' });
  voice.setAttribute('role', 'status');
  let silence = 0;

  function announce(text) {
    clearTimeout(silence);
    voice.textContent = '';
    // A frame later, so that the same words twice are said twice.
    requestAnimationFrame(() => {
      voice.textContent = text;
      silence = setTimeout(() => { voice.textContent = ''; }, 4000);
    });
  }

  // ---- copying ----

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Pages on plain http have no clipboard; the old way asks for a selection.
      const field = make('textarea', { value: text, className: 'unseen' });
      const focused = document.activeElement;
      document.body.append(field);
      field.select();
      const done = document.execCommand('copy');
      field.remove();
      focused?.focus();
      if (!done) return announce(words.copyFailed);
    }
    announce(`${words.copied} ${text.length > 60 ? text.slice(0, 60) + '…' : text}`);
  }

  function copyButton(className, label, text) {
    const button = make('button', { type: 'button', className });
    button.setAttribute('aria-label', label);
    button.title = label;
    button.addEventListener('click', () => copy(text()));
    return button;
  }

  // ---- citations: the day of access, the address where the site does not know it, buttons ----

  function fillCitations() {
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
    for (const place of document.querySelectorAll('[data-fill]')) {
      const fragment = place.dataset.fragment ? '#' + encodeURIComponent(place.dataset.fragment) : '';
      place.textContent = place.dataset.fill === 'day' ? day : pageAddress + fragment;
    }
    for (const citation of document.querySelectorAll('.citation[data-copy]')) {
      const text = citation.textContent;
      const button = make('button', { type: 'button', className: 'copy', textContent: words.copy });
      button.addEventListener('click', () => copy(text));
      citation.before(button);
    }
  }

  // ---- permanent links ----

  const textPlaces = 'p:not([class]), ul, ol, blockquote';

  const oneLine = (element) => element.textContent.trim().replace(/\s+/g, ' ');

  /** The element that the button of a place stands in. */
  function seatOf(place) {
    if (place.matches('figure')) return place.querySelector('figcaption') ?? place;
    if (place.matches('section')) return place.querySelector('.case-title');
    if (place.matches('ul, ol')) return place.querySelector('li');
    return place.matches('blockquote') ? place.querySelector('p') : place;
  }

  function addLinks() {
    const ofText = [];
    for (const place of document.querySelectorAll(`.prose :is(${textPlaces}, h2, h3, h4, h5, h6, figure, section.case)[id], .reading-head h1, article > .page-head h1`)) {
      const seat = seatOf(place);
      if (!seat || place.matches('.case-title')) continue;
      const text = oneLine(seat);
      const name = text.length > 16 ? text.slice(0, 16) + '…' : text;
      // What is named by the words in it keeps its name when a button stands among them.
      const named = place.matches('figure') ? place : seat;
      if (text && named.matches('figure, h1, h2, h3, h4, h5, h6')) named.setAttribute('aria-label', text);
      const address = place.id ? `${pageAddress}#${encodeURIComponent(place.id)}` : pageAddress;
      const link = copyButton('permalink', say(words.link, name), () => {
        if (place.id) history.replaceState(null, '', '#' + place.id);
        return address;
      });
      const isText = place.matches(textPlaces);
      const citation = citationOf(place, address, isText);
      const cite = citation && copyButton('permalink cite-link', say(words.cite, name), citation);
      if (cite) seat.append(cite);
      seat.append(link);
      if (isText) ofText.push([link, ...(cite ? [cite] : [])]);
    }
    rove(ofText);
  }

  /** Makes the citation of a place: figures and tables have one of their own; a paragraph is cited as its page is, with its own address. */
  function citationOf(place, address, isText) {
    const own = place.id && document.querySelector(`[data-cites="${CSS.escape(place.id)}"]`);
    if (own) return () => own.textContent;
    const whole = isText && document.querySelector('p.citation');
    return whole && (() => whole.textContent.replace(/\S+?(?=\.?$)/, () => address));
  }

  /** Buttons of paragraphs are one stop for the Tab key; the arrow keys go up and down between paragraphs and across within one. */
  function rove(rows) {
    const buttons = rows.flat();
    rows.forEach((row, y) => row.forEach((button, x) => {
      button.tabIndex = y + x === 0 ? 0 : -1;
      button.addEventListener('keydown', (event) => {
        const [down, across] = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key] ?? [0, 0];
        const next = (down || across) && rows[y + down]?.[across ? x + across : Math.min(x, rows[y + down].length - 1)];
        if (!next) return;
        event.preventDefault();
        next.focus();
      });
      button.addEventListener('focus', () => {
        for (const other of buttons) if (other.tabIndex === 0 && other !== button) other.tabIndex = -1;
        button.tabIndex = 0;
      });
    }));
  }

  // ---- a place that has moved to another page, since a chapter grew or was renumbered: the page of the whole report has it ----

  function findPlace() {
    const whole = document.querySelector('[data-whole]')?.dataset.whole;
    if (!whole || location.hash.length < 2) return;
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* then it is what it is */ }
    if (!document.getElementById(id)) location.replace(whole + location.hash);
  }

  // ---- tables that sort ----

  const byText = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true }).compare;
  const multiples = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8, 万亿: 1e12 };
  const numberForm = /^(?:约|近|逾|超过?|不[少低]于|至少|[≥≤><~≈])?\s*([+-]?(?:\d[\d,]*)(?:\.\d+)?|[+-]?\.\d+)\s*(万亿|千万|百万|亿|万|千)?\s*(?:[%‰]|[^\d\s]{1,6})?(?:左右|以上|以下|余)?$/u;
  const missing = /^(?:[-—–/／…\s]*|无|缺)$/u;
  const totals = /^(?:合计|总计|小计|总数|平均值?|total|average)$/iu;

  /** What a cell says, without the unit or year that is set small beside it. */
  function textOf(cell) {
    const bare = cell.cloneNode(true);
    for (const hint of bare.querySelectorAll('.hint')) hint.remove();
    return bare.textContent.trim();
  }

  const cellText = (row, column) => (row.cells[column] ? textOf(row.cells[column]).normalize('NFKC').replaceAll('−', '-') : '');

  function numberIn(text) {
    const found = numberForm.exec(text);
    return found ? Number(found[1].replaceAll(',', '')) * (multiples[found[2]] ?? 1) : NaN;
  }

  /** Compares cells of a column: as numbers where all of them are, else in pinyin order. */
  function keysOf(rows, column) {
    const texts = rows.map((row) => cellText(row, column));
    const numbers = texts.map(numberIn);
    const numeric = texts.every((text, i) => missing.test(text) || !Number.isNaN(numbers[i]));
    return new Map(rows.map((row, i) => [row, { missing: missing.test(texts[i]), value: numeric ? numbers[i] : texts[i] }]));
  }

  function sortRows(table, column, direction) {
    const keys = keysOf([...table.tBodies[0].rows].filter((row) => !row.matches('.group')), column);
    const compare = (a, b) => {
      const [one, two] = [keys.get(a), keys.get(b)];
      if (one.missing || two.missing) return one.missing - two.missing;  // what is missing comes last either way
      return direction * (typeof one.value === 'number' ? one.value - two.value : byText(one.value, two.value));
    };
    // Rows stay under the heading of their group, and a total stays below what it adds up.
    const ordered = [];
    let run = [];
    const endRun = () => { ordered.push(...run.sort(compare)); run = []; };
    for (const row of table.originalRows) {
      if (row.matches('.group') || (direction !== 0 && totals.test(cellText(row, 0)))) {
        endRun();
        ordered.push(row);
      } else {
        run.push(row);
      }
    }
    endRun();
    table.tBodies[0].append(...(direction === 0 ? table.originalRows : ordered));
  }

  function makeSortable(table) {
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    if (!table.tBodies[0] || heads.some((head) => head.colSpan > 1)) return;
    table.originalRows = [...table.tBodies[0].rows];
    heads.forEach((head, column) => {
      const name = textOf(head).replace(/\s+/g, ' ');
      if (!name) return;
      const button = make('button', { type: 'button', className: 'sort' });
      button.title = say(words.sort, name);
      if (head.querySelector('a')) {
        button.setAttribute('aria-label', say(words.sort, name));
        button.classList.add('alone');
      } else {
        button.append(...head.childNodes);
      }
      head.append(button);
      button.addEventListener('click', () => {
        const order = { ascending: 'descending', descending: null }[head.getAttribute('aria-sort')] ?? (head.hasAttribute('aria-sort') ? null : 'ascending');
        for (const other of heads) other.removeAttribute('aria-sort');
        if (order) head.setAttribute('aria-sort', order);
        sortRows(table, column, order === 'ascending' ? 1 : order ? -1 : 0);
        announce(say(order ? words[order] : words.original, name));
      });
    });
  }

  // ---- the search field of the masthead: / leads to it, as on the search page ----

  function reachSearch() {
    const field = document.getElementById('at_masthead-query');
    if (!field) return;
    document.addEventListener('keydown', (event) => {
      const typing = event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.focus();
    });
  }

  // ---- large text ----

  function sizeText() {
    const button = document.querySelector('.text-size');
    const choice = globalThis.reportalText;
    if (!button || !choice) return;
    const show = () => button.setAttribute('aria-pressed', String(choice.large));
    button.addEventListener('click', () => {
      choice.large = !choice.large;
      show();
      announce(choice.large ? words.largeOn : words.largeOff);
    });
    show();
  }

  // ---- the section that is read, marked in the contents ----

  function followSections() {
    const entries = new Map();
    for (const link of document.querySelectorAll('.contents a[href^="#"]')) {
      const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (place) entries.set(place, link);
    }
    if (entries.size < 2) return;
    const places = [...entries.keys()];
    let current = null;
    const mark = () => {
      // The last heading that has passed the upper third of the window.
      const line = innerHeight / 3;
      const link = entries.get(places.findLast((place) => place.getBoundingClientRect().top < line)) ?? null;
      if (link === current) return;
      current?.removeAttribute('aria-current');
      current = link;
      if (!link) return;
      link.setAttribute('aria-current', 'location');
      const side = link.closest('.reading-side');
      if (!side || side.scrollHeight <= side.clientHeight) return;
      const below = link.getBoundingClientRect().bottom - side.getBoundingClientRect().bottom;
      const above = side.getBoundingClientRect().top - link.getBoundingClientRect().top;
      if (below > 0) side.scrollTop += below + side.clientHeight / 3;
      else if (above > 0) side.scrollTop -= above + side.clientHeight / 3;
    };
    // Headings that come or go are few; the page does not listen to every pixel of scrolling.
    const watch = new IntersectionObserver(mark, { rootMargin: '0px 0px -66% 0px' });
    for (const place of places) watch.observe(place);
    mark();
  }

  findPlace();
  document.body.append(voice);
  reachSearch();
  for (const table of document.querySelectorAll('table[data-sortable]')) makeSortable(table);
  fillCitations();
  addLinks();
  sizeText();
  followSections();
  globalThis.reportal = { make, marked, say, announce };  // for scripts of single pages
})();
