// The list of cases: its facets, links without a script, become filters. All cases are loaded when a filter is first used, as a script,
// because a page opened from disk may not read files; what is chosen stands in the address. Runs behind site.js.

(() => {
  'use strict';

  const { make, marked, say, announce } = globalThis.reportal;
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
      const button = marked(make('button', { type: 'button' }, ...children));
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
      const link = marked(make('a', { href: root + item.address, textContent: item.title }));
      const title = make('h2', { className: 'entry-title' });
      if (item.label && item.label !== item.title) title.append(marked(make('span', { className: 'label', textContent: item.label })), ' ');
      title.append(link);
      const facts = ['school', 'year', 'chapter'].flatMap(name).filter(Boolean);
      return make('li', { className: 'entry' }, title, make('p', { className: 'meta' }, ...facts.map((fact) => marked(make('span', { textContent: fact })))));
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

  const facets = document.querySelector('[data-filter]');
  if (facets) filterCases(facets);
})();
