// What the reader chose on an earlier page, set before this one is drawn, so that nothing jumps. Kept in the browser alone; where it
// keeps nothing (private windows, some pages from disk) the choice holds for the page.

(() => {
  'use strict';

  const root = document.documentElement;
  const key = 'reportal-text';

  const kept = (work) => {
    try {
      return work(localStorage);
    } catch {
      return null;
    }
  };

  globalThis.reportalText = {
    get large() { return root.dataset.text === 'large'; },
    set large(wanted) {
      if (wanted) root.dataset.text = 'large';
      else delete root.dataset.text;
      kept((store) => (wanted ? store.setItem(key, 'large') : store.removeItem(key)));
    },
  };
  if (kept((store) => store.getItem(key)) === 'large') root.dataset.text = 'large';
})();
