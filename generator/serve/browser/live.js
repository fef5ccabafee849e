// What `reportal serve` adds to each page: it is loaded anew after a good build, and a build with errors shows them over it. Published
// pages know nothing of this. All words come from the server, as text; nothing that it sends is taken for HTML.

(() => {
  'use strict';

  const own = document.currentScript.dataset;
  const pageNumber = Number(own.number ?? 0);      // of the build that this page is from
  const failureNumber = Number(own.failure ?? 0);  // of the failed build that this page tells of, where there is no site yet
  const dismissedKey = 'reportal-dismissed';

  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  // ---- errors over the page ----

  let dialog = null;

  function makeDialog() {
    const host = make('div');
    const shadow = host.attachShadow({ mode: 'open' });
    const made = make('dialog', { className: 'sheet' });
    made.setAttribute('role', 'alertdialog');
    made.setAttribute('aria-labelledby', 'heading');
    made.setAttribute('aria-describedby', 'note');
    // Esc and the button both end here.
    made.addEventListener('close', () => {
      if (made.dataset.number) remember(made.dataset.number);
    });
    const style = make('link', { rel: 'stylesheet', href: '/_reportal/live.css' });
    const ready = new Promise((done) => { style.onload = style.onerror = done; });
    shadow.append(style, made);
    document.body.append(host);
    return { element: made, ready };
  }

  function remember(number) {
    try { sessionStorage.setItem(dismissedKey, number); } catch { /* then it is shown again on the next page */ }
  }

  function isDismissed(number) {
    try { return sessionStorage.getItem(dismissedKey) === String(number); } catch { return false; }
  }

  /** A problem as on a terminal: its first line says what is wrong and where. */
  function problemText(problem) {
    const end = (problem + '\n').indexOf('\n');
    return make('pre', {}, make('strong', { textContent: problem.slice(0, end) }), problem.slice(end + 1));
  }

  async function showFailure(failure) {
    if (isDismissed(failure.number)) return;
    dialog ??= makeDialog();
    const { element, ready } = dialog;
    element.lang = failure.language;
    element.dataset.number = failure.number;
    const close = make('button', { type: 'button', textContent: failure.close, autofocus: true });
    close.append(make('kbd', { textContent: 'Esc' }));
    close.addEventListener('click', () => element.close());
    const problems = make('div', { className: 'problems' }, ...failure.problems.map(problemText));
    if (failure.rest) problems.append(make('p', { className: 'note', textContent: failure.rest }));
    element.replaceChildren(
      make('header', {}, make('h1', { id: 'heading', textContent: failure.heading }), close),
      make('p', { id: 'note', className: 'note', textContent: failure.note }),
      problems,
    );
    await ready;
    if (!element.open && element.dataset.number === String(failure.number)) element.showModal();
  }

  function hideFailure() {
    if (!dialog) return;
    delete dialog.element.dataset.number;  // so that it is not taken for dismissed
    dialog.element.close();
  }

  // ---- hearing of builds ----

  let events = null;
  let again = 0;

  // Only while the page is seen: a browser opens six connections to a host, and tabs in the background would use them up.
  function listen() {
    clearTimeout(again);
    if (events || document.visibilityState !== 'visible') return;
    events = new EventSource('/_reportal/events');
    events.addEventListener('built', (event) => {
      if (JSON.parse(event.data).number > pageNumber) location.reload();
      else hideFailure();
    });
    events.addEventListener('failed', (event) => {
      const failure = JSON.parse(event.data);
      if (!failureNumber) showFailure(failure);
      else if (failure.number !== failureNumber) location.reload();
    });
    // The browser tries again by itself, but not after every kind of failure.
    events.addEventListener('error', () => {
      if (events?.readyState !== EventSource.CLOSED) return;
      stop();
      again = setTimeout(listen, 1000);
    });
  }

  function stop() {
    clearTimeout(again);
    events?.close();
    events = null;
  }

  document.addEventListener('visibilitychange', () => (document.visibilityState === 'visible' ? listen() : stop()));
  addEventListener('pagehide', stop);
  addEventListener('pageshow', listen);
  listen();
})();
