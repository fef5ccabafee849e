// What a page gains with a script: tables that sort, filters on the list of cases, links and citations to copy. Every page reads
// without it. No framework, no inline code, nothing from elsewhere; works from disk too. The words it says stand on its own element.

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

  // ---- saying something: read aloud, and shown for a moment ----

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

  function nameOf(place) {
    const named = place.matches('figure') ? place.querySelector('figcaption') : place.matches('section') ? place.querySelector('.case-title') : place;
    const text = (named ?? place).textContent.trim().replace(/\s+/g, ' ');
    return text.length > 24 ? text.slice(0, 24) + '…' : text;
  }

  /** The element that the button of a place stands in. */
  function seatOf(place) {
    if (place.matches('figure')) return place.querySelector('figcaption') ?? place;
    if (place.matches('section')) return place.querySelector('.case-title');
    if (place.matches('ul, ol')) return place.querySelector('li');
    return place.matches('blockquote') ? place.querySelector('p') : place;
  }

  function addLinks() {
    const ofText = [];
    for (const place of document.querySelectorAll(`.prose :is(${textPlaces}, h2, h3, h4, h5, h6, figure, section.case)[id], .reading-head h1`)) {
      const seat = seatOf(place);
      if (!seat || place.matches('.case-title')) continue;
      const name = nameOf(place);
      const address = place.id ? `${pageAddress}#${encodeURIComponent(place.id)}` : pageAddress;
      const link = copyButton('permalink', say(words.link, name), () => {
        if (place.id) history.replaceState(null, '', '#' + place.id);
        return address;
      });
      const citation = place.id && document.querySelector(`[data-cites="${CSS.escape(place.id)}"]`);
      if (citation) seat.append(copyButton('permalink cite-link', say(words.cite, name), () => citation.textContent));
      seat.append(link);
      if (place.matches(textPlaces)) ofText.push(link);
    }
    rove(ofText);
  }

  /** Buttons of paragraphs are one stop for the Tab key; the arrow keys go from one to the next. */
  function rove(buttons) {
    buttons.forEach((button, i) => {
      button.tabIndex = i === 0 ? 0 : -1;
      button.addEventListener('keydown', (event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        const next = step && buttons[i + step];
        if (!next) return;
        event.preventDefault();
        button.tabIndex = -1;
        next.tabIndex = 0;
        next.focus();
      });
      button.addEventListener('focus', () => {
        for (const other of buttons) if (other.tabIndex === 0 && other !== button) other.tabIndex = -1;
        button.tabIndex = 0;
      });
    });
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

  // ---- the list of cases: facets as filters ----

  const shownAtOnce = 60;
  const valuesShown = 24;

  function filterCases(facets) {
    const texts = facets.dataset;
    const root = texts.filter.replace(/data\/cases\.js$/, '');
    const links = facets.cloneNode(true);
    const whole = [...document.querySelectorAll('main > .entries, main > .pager, main > .empty')];
    const results = make('ul', { className: 'entries two', hidden: true });
    const more = make('button', { type: 'button', className: 'action quiet', hidden: true });
    const clear = make('button', { type: 'button', className: 'action quiet', textContent: texts.clear });
    const count = make('p', { className: 'filter-count' });
    count.setAttribute('role', 'status');
    const bar = make('div', { className: 'filter-bar', hidden: true }, count, clear);
    facets.after(bar, results, more);

    /** id of a facet → {chosen ids, values: [id, name, button, entry of the list], all: shown} */
    const state = new Map();
    let cases = null;
    let loading = null;
    let found = [];

    for (const row of facets.querySelectorAll('[data-facet]')) {
      state.set(row.dataset.facet, { row, chosen: new Set(), values: [], all: false });
      for (const link of row.querySelectorAll('a[data-value]')) link.replaceWith(valueButton(row.dataset.facet, link.dataset.value, link.childNodes));
      row.querySelector('a.more')?.replaceWith(moreButton(row.dataset.facet));
    }

    function valueButton(facet, id, children) {
      const button = make('button', { type: 'button' }, ...children);
      button.dataset.value = id;
      button.setAttribute('aria-pressed', 'false');
      button.addEventListener('click', () => load().then(() => {
        const { chosen } = state.get(facet);
        if (!chosen.delete(id)) chosen.add(id);
        location.hash = hash();  // the address of what is shown; its event shows it
      }, giveUp));
      return button;
    }

    function moreButton(facet) {
      const button = make('button', { type: 'button', className: 'more', textContent: texts.all });
      button.addEventListener('click', () => load().then(() => {
        state.get(facet).all = true;
        show();
        state.get(facet).values[0]?.button.focus();
      }, giveUp));
      return button;
    }

    function giveUp() {
      facets.replaceWith(links);
      announce(texts.failed);
    }

    function load() {
      loading ??= new Promise((resolve, reject) => {
        globalThis.reportalCases = (data) => { take(data); resolve(); };
        document.head.append(make('script', { src: texts.filter, onerror: reject }));
      });
      return loading;
    }

    function take(data) {
      const order = Object.keys(data.facets);
      cases = data.cases.map(([title, label, address, school, year, topics, chapter]) => ({
        title, label, address, places: { school: [school], year: [year], topic: topics, chapter: [chapter] },
      }));
      for (const facet of order) {
        const entry = state.get(facet);
        if (!entry) continue;
        const focused = entry.row.contains(document.activeElement) ? document.activeElement.dataset.value : null;
        const list = entry.row.querySelector('ul');
        entry.values = data.facets[facet].map(([id, name]) => {
          const number = make('span', { className: 'figure-count' });
          const button = valueButton(facet, id, [name, ' ', number]);
          return { id, name, number, button, item: make('li', {}, button) };
        });
        entry.more = make('li', {}, moreButton(facet));
        list.replaceChildren(...entry.values.map((value) => value.item), entry.more);
        if (focused) entry.values.find((value) => value.id === focused)?.button.focus();
      }
    }

    function hash() {
      const parts = [];
      for (const [facet, { chosen }] of state) {
        if (chosen.size > 0) parts.push(`${facet}=${[...chosen].map(encodeURIComponent).join(',')}`);
      }
      return parts.join('&');
    }

    /** Takes the choice out of the address; an address without one (of a place on the page) changes nothing. */
    function choose() {
      const text = location.hash.slice(1);
      if (text && !text.includes('=')) return false;
      for (const entry of state.values()) entry.chosen.clear();
      for (const part of text.split('&')) {
        const [facet, ids = ''] = part.split('=');
        const entry = state.get(facet);
        for (const id of ids.split(',').filter(Boolean).map(decoded)) {
          if (entry?.values.some((value) => value.id === id)) entry.chosen.add(id);
        }
      }
      return true;
    }

    function decoded(text) {
      try { return decodeURIComponent(text); } catch { return text; }
    }

    /** Whether a case has a chosen value of every facet with a choice, one facet left out. */
    function fits(item, chosen, except) {
      return chosen.every(([facet, places]) => facet === except || item.places[facet].some((place) => places.has(place)));
    }

    function show() {
      const chosen = [...state].filter(([, entry]) => entry.chosen.size > 0)
        .map(([facet, entry]) => [facet, new Set(entry.values.flatMap((value, place) => (entry.chosen.has(value.id) ? [place] : [])))]);
      for (const [facet, entry] of state) {
        const counts = new Array(entry.values.length).fill(0);
        for (const item of cases) {
          if (!fits(item, chosen, facet)) continue;
          for (const place of item.places[facet]) if (place >= 0) counts[place] += 1;
        }
        showValues(entry, counts);
      }
      const filtered = chosen.length > 0;
      found = cases.filter((item) => fits(item, chosen));
      for (const part of whole) part.hidden = filtered;
      results.hidden = bar.hidden = !filtered;
      results.replaceChildren();
      count.textContent = filtered ? say(texts.count, found.length) : '';
      showMore();
    }

    function showValues(entry, counts) {
      const least = entry.all || counts.length <= valuesShown ? 1 : Math.max(1, [...counts].sort((a, b) => b - a)[valuesShown - 1]);
      let left = 0;
      entry.values.forEach((value, place) => {
        const pressed = entry.chosen.has(value.id);
        value.number.textContent = counts[place];
        value.button.setAttribute('aria-pressed', pressed);
        value.item.hidden = !pressed && counts[place] < least;
        if (value.item.hidden && counts[place] > 0) left += 1;
      });
      entry.more.hidden = left === 0;
    }

    function showMore() {
      const first = results.children.length;
      const next = results.hidden ? [] : found.slice(first, first + shownAtOnce);
      results.append(...next.map(card));
      const left = found.length - results.children.length;
      more.hidden = results.hidden || left <= 0;
      more.textContent = say(texts.more, Math.min(left, shownAtOnce));
      return results.children[first];
    }

    function card(item) {
      const name = (facet) => item.places[facet].filter((place) => place >= 0).map((place) => state.get(facet)?.values[place].name);
      const link = make('a', { href: root + item.address, textContent: item.title });
      const title = make('h2', { className: 'entry-title' });
      if (item.label && item.label !== item.title) title.append(make('span', { className: 'label', textContent: item.label }), ' ');
      title.append(link);
      const facts = ['school', 'year', 'chapter'].flatMap(name).filter(Boolean);
      return make('li', { className: 'entry' }, title, make('p', { className: 'meta' }, ...facts.map((fact) => make('span', { textContent: fact }))));
    }

    more.addEventListener('click', () => showMore()?.querySelector('a').focus());
    clear.addEventListener('click', () => {
      location.hash = '';
      facets.querySelector('button')?.focus();
    });
    const follow = () => load().then(() => { if (choose()) show(); }, giveUp);
    addEventListener('hashchange', () => { if (loading || location.hash.includes('=')) follow(); });
    if (location.hash.includes('=')) follow();
  }

  document.body.append(voice);
  for (const table of document.querySelectorAll('table[data-sortable]')) makeSortable(table);
  fillCitations();
  addLinks();
  const facets = document.querySelector('[data-filter]');
  if (facets) filterCases(facets);
})();
