// Eyes on a page that must not do what its texts ask for: a hook that tells of every call, and a look at the document for whatever could still
// run on a click, a hover or another day. Both report through the console, so that frames and pages already left are heard too.

/** Runs in every frame before anything else. */
export function hook() {
  const tell = (what) => console.error(`ran: ${what} at ${location.href}`);
  for (const name of ['hook', 'alert', 'confirm', 'prompt', 'print', 'open']) {
    Object.defineProperty(globalThis, name, { value: (...values) => tell(`${name}(${values})`), writable: false, configurable: false });
  }
  addEventListener('securitypolicyviolation', (event) => tell(`against the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`), true);
}

/**
 * What a page of the site never holds. Runs in the page; `elements` and `attributes` are the names that a page may have, `root` is the address of
 * the site.
 */
export function suspects({ elements, attributes, root }) {
  const found = [];
  const addresses = /^(href|src|action|formaction|xlink:href|poster|data|cite|background|srcset|ping|manifest|codebase|data-filter)$/;
  const schemes = ['http:', 'https:', 'mailto:', 'tel:', new URL(root).protocol];
  for (const element of document.querySelectorAll('*')) {
    const suspect = (why) => found.push(`${why}: ${element.outerHTML.slice(0, 160)}`);
    const name = element.localName;
    if (!elements.includes(name)) suspect('a foreign element');
    if (name === 'script' && element.type !== 'application/ld+json' && !element.src.startsWith(root)) suspect('a script');
    if (name === 'script' && element.type === 'application/ld+json') JSON.parse(element.text);
    if (name === 'script' && element.src && element.text) suspect('a script with a text');
    if (name === 'form' && !element.action.startsWith(root)) suspect('a form that leads away');
    if (name === 'meta' && element.httpEquiv === 'refresh' && !document.body.matches('.page-redirect')) suspect('a page that leaves');
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^style$|^srcdoc$/.test(attribute) || !attributes.includes(attribute)) suspect(`the attribute ${attribute}`);
      if (addresses.test(attribute) && !schemes.includes(new URL(value, document.baseURI).protocol)) suspect(`an address in ${attribute}`);
      if (/^(id|name)$/.test(attribute) && value in Object.prototype) suspect(`the ${attribute} ${value}`);
    }
  }
  for (const name of ['reportal', 'reportalSearch', 'reportalSearchEngine', 'reportalCases', 'reportalText']) if (globalThis[name] instanceof Node) found.push(`an element in place of ${name}`);
  return found;
}

/**
 * Opens pages in frames of this one, four at a time, and looks at each when it has loaded; frames cost a third of what windows do. Runs in the
 * page; answers with [address, what is wrong] of the pages where something is.
 */
async function lookInFrames({ addresses, known, root }) {
  const left = [...addresses];
  const wrong = [];
  const worker = async () => {
    const frame = document.createElement('iframe');
    frame.width = 600;
    frame.height = 400;
    document.body.append(frame);
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      const loaded = new Promise((resolve) => { frame.onload = resolve; });
      frame.src = root + address;
      await loaded;
      const view = frame.contentWindow;
      try {
        if (!view.location.href.startsWith(root)) wrong.push([address, `is at ${view.location.href}`]);
        if (view.document.body.childElementCount === 0) wrong.push([address, 'is empty']);
        for (const one of view.lookForSuspects({ ...known, root })) wrong.push([address, one]);
      } catch (error) {
        wrong.push([address, String(error)]);
      }
    }
    frame.remove();
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  return wrong;
}

/** Names of the elements and attributes that pages of a site have, and those that authors may use and these pages happen not to. */
export function knownNames(files) {
  const elements = new Set(['b', 'i', 'del', 's', 'sub', 'sup', 'code', 'kbd', 'em', 'strong', 'blockquote', 'pre', 'hr', 'br', 'img', 'h5', 'h6', 'ol', 'mark', 'option', 'textarea']);
  const attributes = new Set(['alt', 'class', 'colspan', 'rowspan', 'start', 'aria-sort', 'aria-pressed', 'aria-busy', 'disabled', 'value', 'selected', 'tabindex', 'title', 'loading', 'lang', 'data-value']);
  for (const [path, bytes] of files) {
    if (!path.endsWith('.html')) continue;
    for (const [tag, name] of bytes.toString().matchAll(/<([a-z][a-z0-9]*)(?:\s+[^\s"=>]+(?:="[^"]*")?)*\s*\/?>/g)) {
      elements.add(name);
      for (const [, attribute] of tag.matchAll(/\s([a-zA-Z][a-zA-Z0-9:-]*)(?==|\s|\/?>)(?:="[^"]*")?/g)) attributes.add(attribute);
    }
  }
  return { elements: [...elements], attributes: [...attributes] };
}

/** Opens pages in one window after the other; what each of them is caught at goes into `onFault(address, fault)`. */
export class Visitor {
  constructor(page, root, known, onFault) {
    Object.assign(this, { page, root, known, onFault, at: '' });
    const fault = (text) => onFault(this.at, text);
    page.on('console', (message) => fault(`console ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => fault(`script: ${error}`));
    page.on('dialog', (dialog) => { fault(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on('popup', (popup) => fault(`a window opens: ${popup.url()}`));
    page.on('download', (download) => fault(`a download: ${download.url()}`));
    page.on('request', (request) => { if (!request.url().startsWith(root) && !request.url().startsWith('data:image/')) fault(`leaves the site: ${request.url()}`); });
    page.on('framenavigated', (frame) => { if (!/^about:blank$/.test(frame.url()) && !frame.url().startsWith(root)) fault(`goes to ${frame.url()}`); });
  }

  static async open(context, root, known, onFault) {
    const page = await context.newPage();
    await page.addInitScript(hook);
    await page.addInitScript(`globalThis.lookForSuspects = ${suspects}`);
    return new Visitor(page, root, known, onFault);
  }

  async visit(address) {
    this.at = address;
    await this.page.goto(this.root + address, { waitUntil: 'load' });
    await this.look();
  }

  /** Opens many pages, none of them in a window of its own, from a page that is in no one's way. */
  async visitInFrames(addresses, host) {
    this.at = host;
    await this.page.goto(this.root + host, { waitUntil: 'load' });
    const wrong = await this.page.evaluate(lookInFrames, { addresses, known: this.known, root: this.root });
    for (const [address, fault] of wrong) this.onFault(address, fault);
  }

  async look() {
    const look = () => this.page.evaluate(suspects, { ...this.known, root: this.root });
    // A page that leads on may do so just now.
    const found = await look().catch(async () => { await this.page.waitForLoadState('load'); return look(); });
    for (const one of found) this.onFault(this.at, one);
  }
}
