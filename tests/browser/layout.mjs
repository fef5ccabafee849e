// What is wrong with how a page is laid out: functions that run in the page, each self-contained, each answering with a list of texts that
// is empty where all is well.

/** What sticks out of the window, unless it stands in something that scrolls by itself. */
export function stickingOut() {
  const root = document.documentElement;
  // Widths are told in whole pixels: a fraction of one, rounded up, is no overflow.
  if (root.scrollWidth <= root.clientWidth + 1) return [];
  const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1);
  return [`${root.scrollWidth} of ${root.clientWidth} pixels: ${wide.slice(0, 3).map((e) => `${e.tagName}.${e.getAttribute('class')} ${e.textContent.slice(0, 30)}`).join(' | ')}`];
}

/** Texts of different elements that lie on each other by more than two pixels, and texts that are cut off where nothing scrolls. */
export function textFaults() {
  const slack = 2;
  const clips = new Map();   // element → the box that its content is seen in
  const shown = new Map();   // element → whether its text is meant to be seen
  const name = (element) => `${element.tagName.toLowerCase()}${element.id && '#' + element.id}${[...element.classList].map((c) => '.' + c).join('')}`;
  const whole = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity, cuts: [] };

  const clipOf = (element) => {
    if (!element) return whole;
    if (clips.has(element)) return clips.get(element);
    let box = clipOf(element.parentElement);
    const style = getComputedStyle(element);
    if (element !== document.documentElement && element !== document.body && style.display !== 'inline' && (style.overflowX !== 'visible' || style.overflowY !== 'visible')) {
      const rect = element.getBoundingClientRect();
      const cuts = [style.overflowX, style.overflowY].some((value) => value === 'hidden' || value === 'clip');
      box = {
        left: Math.max(box.left, rect.left), right: Math.min(box.right, rect.right), top: Math.max(box.top, rect.top), bottom: Math.min(box.bottom, rect.bottom),
        cuts: cuts ? [...box.cuts, { element, rect, x: /hidden|clip/.test(style.overflowX), y: /hidden|clip/.test(style.overflowY) }] : box.cuts,
      };
    }
    clips.set(element, box);
    return box;
  };
  // What is there for the ear alone is one pixel large, or clipped to nothing.
  const isShown = (element) => {
    if (!element) return true;
    if (!shown.has(element)) {
      const style = getComputedStyle(element);
      const seen = style.visibility === 'visible' && style.opacity !== '0' && !/inset\((50|100)%/.test(style.clipPath) && !/rect\(0/.test(style.clip);
      shown.set(element, seen && isShown(element.parentElement));
    }
    return shown.get(element);
  };

  const pieces = [];
  const cut = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || /^(SCRIPT|STYLE|NOSCRIPT|OPTION|SELECT|TEXTAREA)$/.test(element.tagName) || !element.checkVisibility() || !isShown(element)) continue;
    const clip = clipOf(element);
    const size = parseFloat(getComputedStyle(element).fontSize);
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      // The box of a line is taller than its letters; what they take up is about as high as the font is large.
      const middle = (rect.top + rect.bottom) / 2;
      const half = Math.min(rect.height, size) / 2;
      const piece = { node, element, left: rect.left, right: rect.right, top: middle - half, bottom: middle + half };
      if (piece.right - piece.left < 1) continue;
      for (const { element: box, rect: edge, x, y } of clip.cuts) {
        if (x && (piece.left < edge.left - slack || piece.right > edge.right + slack)) cut.add(`${name(element)} is cut off by ${name(box)}: ${node.data.trim().slice(0, 30)}`);
        if (y && (piece.top < edge.top - slack || piece.bottom > edge.bottom + slack)) cut.add(`${name(element)} is cut off by ${name(box)}: ${node.data.trim().slice(0, 30)}`);
      }
      if (!element.matches('.skip-link') && (piece.left + scrollX < -slack || piece.top + scrollY < -slack)) cut.add(`${name(element)} stands outside of the page: ${node.data.trim().slice(0, 30)}`);
      piece.left = Math.max(piece.left, clip.left);
      piece.right = Math.min(piece.right, clip.right);
      piece.top = Math.max(piece.top, clip.top);
      piece.bottom = Math.min(piece.bottom, clip.bottom);
      if (piece.right - piece.left > slack && piece.bottom - piece.top > slack) pieces.push(piece);
    }
  }

  pieces.sort((a, b) => a.top - b.top);
  const overlaps = new Set();
  let open = [];
  for (const piece of pieces) {
    open = open.filter((other) => other.bottom > piece.top + slack);
    for (const other of open) {
      if (other.node === piece.node || Math.min(other.right, piece.right) - Math.max(other.left, piece.left) <= slack) continue;
      if (Math.min(other.bottom, piece.bottom) - Math.max(other.top, piece.top) <= slack) continue;
      overlaps.add(`${name(other.element)} “${other.node.data.trim().slice(0, 20)}” and ${name(piece.element)} “${piece.node.data.trim().slice(0, 20)}” lie on each other`);
    }
    open.push(piece);
  }
  return [...cut, ...overlaps];
}

/**
 * Targets smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8), but for those in a line of text, and those that have as much room around them that
 * a circle of 24 pixels at their middle meets no other target.
 */
export function smallTargets() {
  const least = 24;
  const rounding = 0.5;
  const targets = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role="button"], [tabindex="0"]')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled)
    .map((element) => ({ element, rect: element.getBoundingClientRect() }))
    .filter(({ rect }) => rect.width > 1 && rect.height > 1);
  const isSmall = ({ rect }) => rect.width < least - rounding || rect.height < least - rounding;
  // A link in a sentence: beside it, in the block that it stands in, is text that leads nowhere.
  const inSentence = ({ element }) => {
    let block = element;
    do {
      if (!getComputedStyle(block).display.startsWith('inline')) return false;
      block = block.parentElement;
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        if (/[\p{L}\p{N}]/u.test(node.data) && !node.parentElement.closest('a, button')) return true;
      }
    } while (getComputedStyle(block).display.startsWith('inline'));
    return false;
  };
  const circle = ({ rect }) => ({ x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2 });
  const meets = (one, other) => {
    const { x, y } = circle(one);
    if (isSmall(other)) {
      const second = circle(other);
      return Math.hypot(x - second.x, y - second.y) < least - 1;
    }
    const { left, right, top, bottom } = other.rect;
    return Math.hypot(x - Math.min(Math.max(x, left), right), y - Math.min(Math.max(y, top), bottom)) < least / 2 - 1;
  };
  const nested = (one, other) => one.element.contains(other.element) || other.element.contains(one.element);
  return targets.filter((target) => isSmall(target) && !inSentence(target))
    .filter((target) => targets.some((other) => other !== target && !nested(target, other) && meets(target, other)))
    .map(({ element, rect }) => `${element.outerHTML.slice(0, 120)} has ${rect.width.toFixed(0)} × ${rect.height.toFixed(0)} pixels`);
}

/** What hides the element that has the focus; for a stop of the Tab key. Answers with the element too, so that a round is known to be done. */
export function focusFault() {
  const element = document.activeElement;
  if (!element || element === document.body) return { stop: null };
  const stop = element.outerHTML.slice(0, 120);
  if (element.dataset.visited) return { stop, again: true };
  element.dataset.visited = 'yes';
  const rects = [...element.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  const seen = rects.filter((rect) => rect.bottom > 0 && rect.top < innerHeight && rect.right > 0 && rect.left < innerWidth);
  if (seen.length === 0) return { stop, fault: `${stop} has the focus and is not in the window` };
  // Any one point of it that is not covered will do (2.4.11 asks for no more).
  const uncovered = seen.some((rect) => [0.5, 0.1, 0.9].some((part) => {
    const x = Math.min(Math.max(rect.left + rect.width * part, 0), innerWidth - 1);
    const y = Math.min(Math.max(rect.top + rect.height * part, 0), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    return top && (element.contains(top) || top.contains(element));
  }));
  const style = getComputedStyle(element);
  const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  return { stop, fault: uncovered ? (marked ? null : `${stop} has the focus and no outline`) : `${stop} has the focus and is covered` };
}
