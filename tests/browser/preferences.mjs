// Pages as readers set their system: forced colours, more contrast, less motion, text of twice the size, and a window as narrow as a page becomes when
// it is zoomed to 400 % (WCAG 1.4.4, 1.4.10).

import { checkRules } from './access.mjs';
import { checkLooks, inPairs, onePageAKind } from './pages.mjs';

const wide = { width: 1280, height: 900 };

const doubled = (page) => page.addStyleTag({ content: ':root { font-size: 200% }' });

/** What moves of itself or takes its time. Runs in the page. */
function motion() {
  const slow = [...document.querySelectorAll('*')].filter((element) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
    return parseFloat(transitionDuration) > 0 || animationName !== 'none' || scrollBehavior === 'smooth';
  });
  return [...slow, ...document.getAnimations().map(({ effect }) => effect.target)].map((element) => element.outerHTML.slice(0, 120));
}

/** What cannot be told apart where the system gives the colours: text in the colour of its ground, bars of charts that are gone. */
function lostInForcedColours() {
  const lost = [];
  const colour = (text) => text.replace(/\s/g, '');
  for (const element of document.querySelectorAll('main :is(a, p, h1, h2, h3, td, th, button, .label, figcaption), .masthead a')) {
    if (!element.checkVisibility() || !element.textContent.trim()) continue;
    const style = getComputedStyle(element);
    if (colour(style.color) === colour(style.backgroundColor)) lost.push(`its text has the colour of its ground: ${element.outerHTML.slice(0, 120)}`);
  }
  const paper = colour(getComputedStyle(document.body).backgroundColor);
  for (const bar of document.querySelectorAll('.chart-drawing :is(rect, circle)')) {
    if (colour(getComputedStyle(bar).fill) === paper) lost.push(`a bar has the colour of the paper: ${bar.outerHTML.slice(0, 120)}`);
  }
  return lost;
}

async function onEachKind(portal, options, report, name, look) {
  const context = await portal.browser.newContext({ viewport: wide, ...options });
  await inPairs(onePageAKind(portal), async ([kind, path]) => {
    const page = await context.newPage();
    await page.goto(portal.root + path, { waitUntil: 'load' });
    report.check(`${kind}, ${name} (${path})`, await page.evaluate(look));
    await page.close();
  });
  await context.close();
}

export async function checkPreferences(portal, report) {
  await onEachKind(portal, { reducedMotion: 'reduce' }, report, 'reduced motion: nothing moves', motion);
  for (const colorScheme of ['light', 'dark']) {
    await onEachKind(portal, { forcedColors: 'active', colorScheme }, report, `forced colours, ${colorScheme}: nothing is lost`, lostInForcedColours);
    const options = { contrast: 'more', colorScheme, viewport: wide };
    await checkRules(portal, `more contrast, ${colorScheme}`, options, onePageAKind(portal), report);
  }
  // The test's own style comes in by a way that the pages' policy forbids to others.
  const context = await portal.browser.newContext({ viewport: wide, bypassCSP: true });
  await checkLooks(portal, context, [1280, 375].map((width) => ({ width, colorScheme: 'light', media: 'screen' })), report.named('text of twice the size'), doubled);
  await checkLooks(portal, context, [{ width: 320, colorScheme: 'light', media: 'screen' }], report.named('zoomed to 400 %'));
  await context.close();
}
