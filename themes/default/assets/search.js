// The search page: reads the field, asks the engine, shows what it found. The index comes as scripts that call reportalSearch, so
// that it loads from a disk too. The address after # says what is searched for: #q=…&school=…
(() => {
  'use strict';

  const PAGE_SIZE = 10;
  const FACETS = ['kind', 'school', 'year', 'topic'];
  const BEFORE = 36;  // characters of a passage before the first mark
  const AROUND = 130;
  const PUNCTUATION = /[\n，。；：、！？（）《》“”]/;

  const form = document.getElementById('at_search');
  const field = document.getElementById('at_query');
  const facets = document.getElementById('at_facets');
  const status = document.getElementById('at_status');
  const nothing = document.getElementById('at_nothing');
  const ways = document.getElementById('at_ways');
  const list = document.getElementById('at_results');
  const more = document.getElementById('at_more');
  const say = form.dataset;
  const folder = document.querySelector('script[src$="search/index.js"]').src.replace(/index\.js$/, '');

  let engine = null;
  let version = '';
  const waiting = new Map();

  const load = (name) => new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${folder}${name}.js?v=${version}`;
    script.onload = () => {
      script.remove();
      if (waiting.delete(name)) reject(new Error(say.renewed));
    };
    script.onerror = () => {
      script.remove();
      waiting.delete(name);
      reject(new Error(say.failed));
    };
    waiting.set(name, resolve);
    document.head.append(script);
  });

  globalThis.reportalSearch = (theirs, name, data) => {
    if (name === 'index') {
      version = theirs;
      engine = new reportalSearchEngine.Engine(data, load);
      readAddress();
    } else if (theirs === version && waiting.has(name)) {
      waiting.get(name)(data);
      waiting.delete(name);
    }
  };

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    if (/^(a|span)$/.test(name)) reportal.marked(made);
    return made;
  };
  const filled = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, i) => values[i]);
  const select = (facet) => form.elements[facet];
  const filters = () => Object.fromEntries(FACETS.map((facet) => [facet, select(facet).value]));

  /** The text between `first` and `last` with what stands in `ranges` marked. */
  const marked = (text, ranges, first = 0, last = text.length) => {
    const parts = [];
    let at = first;
    for (const [start, end] of ranges) {
      if (end <= at || start >= last) continue;
      parts.push(text.slice(at, Math.max(at, start)), element('mark', '', text.slice(Math.max(at, start), Math.min(end, last))));
      at = Math.min(end, last);
    }
    return [...parts, text.slice(at, last)];
  };

  const excerpt = (text, ranges) => {
    const at = ranges.length ? ranges[0][0] : 0;
    let first = Math.max(0, at - BEFORE);
    const pause = Math.max(...['。', '；', '，', '\n'].map((mark) => text.lastIndexOf(mark, at - 1))) + 1;
    if (first > 0 && pause > first) first = pause;
    const last = Math.min(text.length, Math.max(first + AROUND, ranges.length ? ranges[0][1] : 0));
    return [first > 0 ? '…' : '', ...marked(text, ranges, first, last), last < text.length ? '…' : ''];
  };

  /**
   * Leads to the passage; browsers that can, mark its first word there too. The words around it, up to the next mark of punctuation, say
   * which one is meant: where they are not found the browser goes by the anchor.
   */
  const addressOf = (passage, ranges) => {
    const address = passage.page.address + (passage.anchor ? '#' + passage.anchor : '');
    if (!ranges.length || !passage.anchor || !document.fragmentDirective) return address;
    const [first, last] = ranges[0];
    const before = passage.text.slice(0, first).split(PUNCTUATION).pop().trim();
    const after = passage.text.slice(last).split(PUNCTUATION)[0].trim();
    const [prefix, word, suffix] = [before, passage.text.slice(first, last), after].map((part) => encodeURIComponent(part).replace(/-/g, '%2D'));
    return `${address}:~:text=${prefix && prefix + '-,'}${word}${suffix && ',-' + suffix}`;
  };

  const passageLink = (id, words) => {
    const passage = engine.passage(id);
    const ranges = engine.marks(passage.text, words);
    const link = element('a', 'search-passage', ...excerpt(passage.text, ranges));
    link.href = addressOf(passage, ranges);
    return link;
  };

  /** A passage of a result. Where the title was found first, its text may still have to be read. */
  const summary = (id, sought, words) => {
    const line = element('p', 'entry-summary');
    engine.verify(sought, [id]).then((found) => line.append(...found.map((each) => passageLink(each, words))), () => {});
    return line;
  };

  const resultItem = ({ page, ids }, sought, words) => {
    const { page: shown } = engine.passage(ids[0]);
    const title = element('a', '', ...marked(shown.title, engine.marks(shown.title, words)));
    title.href = shown.address;
    const origin = [say[engine.kind[page]], ...shown.origin].map((part) => element('span', '', part));
    const item = element('li', 'entry', element('h2', 'entry-title', title), element('p', 'meta', ...origin));
    const texts = ids.filter((id) => id >= engine.pages);
    if (texts.length) item.append(summary(texts.shift(), sought, words));
    if (texts.length) item.append(othersButton(texts, sought, words));
    return item;
  };

  /** Shows the other passages of a page where they were asked for. */
  const othersButton = (ids, sought, words) => {
    const button = element('button', 'search-others', filled(say.others, ids.length));
    button.type = 'button';
    button.addEventListener('click', async () => {
      const passages = (await engine.verify(sought, ids)).map((id) => element('li', '', passageLink(id, words)));
      const others = element('ul', 'search-passages', ...passages);
      button.replaceWith(others);
      const first = others.querySelector('a');
      if (first) first.focus();
    });
    return button;
  };

  const fillFacets = (counts) => {
    for (const facet of FACETS) {
      const box = select(facet);
      const chosen = box.value;
      const values = counts[facet];
      if (chosen && !values.some(({ value }) => value === chosen)) values.push({ value: chosen, count: 0 });
      values.sort((a, b) => (facet === 'year' ? b.value - a.value : b.count - a.count));
      const options = values.map(({ value, count }) => new Option(`${facet === 'kind' ? say[value] : value} (${count})`, value, false, value === chosen));
      box.replaceChildren(new Option(box.dataset.all, ''), ...options);
      box.value = chosen;
      box.disabled = !values.length;
    }
  };

  const explain = async (found, query) => {
    const parts = [element('p', 'empty', filled(say.nothing, query))];
    if (found.missing.length) parts.push(element('p', 'hint', say.missing + say.colon + found.missing.join('  ')));
    parts.push(element('p', 'hint', say.hint));
    const near = await engine.nearest(query);
    if (near.length) {
      const names = near.map((page) => {
        const link = element('a', '', page.title);
        link.href = page.address;
        return element('li', '', link);
      });
      parts.push(element('p', 'group-title', say.nearest), element('ul', 'chips', ...names));
    }
    return parts;
  };

  let turn = 0;
  let want = PAGE_SIZE;

  const show = async () => {
    const own = ++turn;
    const query = field.value.trim();
    writeAddress(query);
    list.setAttribute('aria-busy', 'true');
    try {
      const found = query ? await engine.search(query, { want, filters: filters() }) : null;
      const missed = found && !found.results.length ? await explain(found, query) : [];
      if (own !== turn) return;
      list.replaceChildren(...(found ? found.results.map((result) => resultItem(result, found.sought, found.marks)) : []));
      ways.hidden = Boolean(query);
      nothing.hidden = !missed.length;
      nothing.replaceChildren(...missed);
      facets.hidden = !found || !(found.total || Object.values(filters()).some(Boolean));
      if (found) fillFacets(found.facets);
      more.hidden = !found || found.results.length >= found.total;
      status.textContent = found && found.total ? filled(found.certain ? say.found : say.about, found.total, found.passages) : '';
    } catch (error) {
      if (own === turn) status.textContent = error.message;
    } finally {
      if (own === turn) list.removeAttribute('aria-busy');
    }
  };

  const writeAddress = (query) => {
    const parts = new URLSearchParams();
    if (query) parts.set('q', query);
    for (const [facet, value] of Object.entries(filters())) if (value) parts.set(facet, value);
    const hash = '#' + parts;
    if (hash !== (location.hash || '#')) history.replaceState(null, '', location.pathname + (hash === '#' ? '' : hash));
  };

  const readAddress = () => {
    const after = new URLSearchParams(location.hash.slice(1));
    const asked = after.has('q') ? after : new URLSearchParams(location.search);
    if (asked.has('q')) field.value = asked.get('q');
    for (const facet of FACETS) {
      const value = asked.get(facet) || '';
      select(facet).replaceChildren(new Option(value, value, true, true));
    }
    want = PAGE_SIZE;
    show();
  };

  // At once, but after the key has been drawn.
  let timer = 0;
  const later = () => {
    want = PAGE_SIZE;
    clearTimeout(timer);
    timer = setTimeout(show, 0);
  };

  const links = () => [...list.querySelectorAll('a, button')];
  const step = (event) => {
    const all = [field, ...links()];
    const at = all.indexOf(document.activeElement);
    const next = all[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  };

  field.addEventListener('input', (event) => event.isComposing || later());
  field.addEventListener('compositionend', later);
  form.addEventListener('change', (event) => {
    want = PAGE_SIZE;
    if (event.target !== field) show();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [first] = links();
    if (first) first.focus();
  });
  more.addEventListener('click', async () => {
    const before = links().length;
    want += PAGE_SIZE;
    await show();
    const next = links()[before];
    if (next) next.focus();
  });
  addEventListener('hashchange', readAddress);
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches('input, textarea, select');
    if (event.key === '/' && !typing) {
      event.preventDefault();
      field.select();
    } else if (event.key === 'Escape' && document.activeElement !== field) {
      field.focus();
    } else if (event.key === 'Escape') {
      field.value = '';
      later();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.target.matches('select')) {
      step(event);
    }
  });
  if (!location.hash) field.focus();
})();
