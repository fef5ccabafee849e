// The portals under test, each built once, served on loopback below a sub-path, and there on disk: the demo portal of content/, the same with
// an English interface, the same in the plain theme, and, where its texts are on this machine, the corpus portal. A portal is what the parts of the test are given:
// { name, generator, files (path → bytes), kinds (kind of page → paths, the heaviest first), root (its address), folder, project, browser }.

import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { build, pagesByKind, readSite, serve } from './site.mjs';

const languageLine = /^language: zh-CN$/m;

/** The content of the demo portal, its interface in English. */
function englishContent(project, folder) {
  cpSync(join(project, 'content'), folder, { recursive: true });
  const settings = readFileSync(join(folder, 'portal.yaml'), 'utf8');
  if (!languageLine.test(settings)) throw new Error('content/portal.yaml does not say its language');
  writeFileSync(join(folder, 'portal.yaml'), settings.replace(languageLine, 'language: en'));
  return folder;
}

/** The content of the corpus portal, or null where its texts are not on this machine. */
function corpusContent(project, folder) {
  const made = spawnSync('sh', [join(project, 'tests/corpus/make_content.sh'), folder], { encoding: 'utf8' });
  if (made.status !== 0 && made.status !== 3) throw new Error(made.stderr);
  return made.status === 0 ? folder : null;
}

/** Builds and serves one portal. */
export async function openPortal({ name, content, options = [], generator, project, browser, folder }) {
  const output = join(folder, `${name}-site`);
  build(generator, content, output, ...options);
  const files = readSite(output);
  const { root, close } = await serve(files);
  return { name, generator, files, kinds: pagesByKind(files), root, close, folder: output, project, browser };
}

/** { demo, english, plain, corpus? }; `folder` takes all that is made. */
export async function openPortals({ generator, project, browser, folder }) {
  const content = join(project, 'content');
  const made = {
    demo: { content },
    english: { content: englishContent(project, join(folder, 'english')) },
    plain: { content, options: ['--theme', 'plain'] },
    corpus: { content: corpusContent(project, join(folder, 'corpus')) },
  };
  const portals = {};
  for (const [name, how] of Object.entries(made)) {
    if (how.content) portals[name] = await openPortal({ name, ...how, generator, project, browser, folder });
  }
  return portals;
}
