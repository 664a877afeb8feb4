// Which modules travel together. Left alone, a bundler makes a chunk of every set of modules that the same pages share:
// sixty small files for a chapter, each with its imports and packed by itself, 12 kB that nobody reads.

/** Vite's own module that fetches a chunk's chunks and styles along with it. */
const PRELOAD = '\0vite/preload-helper.js';
/** Of ours there is nothing to fetch along: the layers are there by then, and styles stand in the page. */
const PLAIN_FETCH = 'export const __vitePreload = (fetchChunk) => fetchChunk();';

const kit = (...names) => names.map((name) => `components/kit/${name}.ts`);

/**
 * From the bottom upwards: what the roots import, less the layers below. Nothing in a layer asks for one above it, so that
 * a page fetches no more than the layers that it stands on.
 */
const LAYERS = [
  // Of every page.
  {
    name: 'page',
    roots: [
      ...kit('address', 'arrive', 'faults', 'grasp', 'in-site', 'motion'),
      'lib/parameters/shorten.ts',
      'content/words/en/copy.ts',
      'site/furniture/reading.ts',
      'site/url.ts',
      PRELOAD,
    ],
  },
  // Of the player, and of what a page in a frame is asked.
  {
    name: 'words',
    roots: [
      'content/words/languages.ts',
      'content/words/en/player.ts',
      // Lists, which figures and labs both have to say.
      'content/words/en/listed.ts',
      'components/figure/options.ts',
      ...kit('parse'),
    ],
  },
  // What keeps the messages to a figure in a frame until it is there, and so must not wait for it.
  {
    name: 'mailbox',
    roots: ['components/figure/mailbox.ts', 'components/figure/embed-options.ts'],
  },
  // What a reader meets in the text of a chapter: questions in each, the others in some.
  {
    name: 'chapter',
    roots: ['predict/predict-answer', 'predict/bet', 'handle/figure-of'].map(
      (part) => `components/${part}.ts`,
    ),
  },
  { name: 'do', roots: ['components/handle/figure-do.ts'] },
  {
    name: 'passage',
    roots: ['components/passage/reading-passage.ts', 'components/handle/figure-tune.ts'],
  },
  // Of every widget: Lit, its answers and its controls.
  { name: 'widget', roots: kit('answer-status', 'controls', 'lazy-part', 'parse') },
  // Without spd-figure.ts, which names the element: in a frame another class bears its name.
  { name: 'player', roots: ['components/figure/player.ts', 'components/figure/on-page.ts'] },
  { name: 'file-button', roots: kit('file-button') },
  { name: 'kept-focus', roots: kit('kept-focus') },
  { name: 'own-picture', roots: kit('own-picture') },
  // Data of one figure and of the labs.
  { name: 'architectures', roots: ['.yaml?data'] },
  // What figures and labs both compute with: else it would come with a figure.
  {
    name: 'model',
    roots: ['compare', 'errors', 'fields', 'graph', 'layers'].map((part) => `lib/model/${part}.ts`),
  },
  {
    name: 'detection',
    roots: ['assign', 'boxes', 'suppress'].map((part) => `lib/detection/${part}.ts`),
  },
  // Figures without a picture share these with one or two that have some.
  {
    name: 'arithmetic',
    roots: [
      'lib/random/index.ts',
      'lib/spd/orders.ts',
      'lib/spd/windows.ts',
      'lib/figures/kit/own-weights.ts',
    ],
  },
  { name: 'reads', roots: ['lib/spd/reads.ts'] },
  { name: 'multiple', roots: ['lib/figures/kit/multiple.ts'] },
  { name: 'methods', roots: ['content/words/en/figures/methods.ts'] },
];
/** What so many of all figures share comes with the first one. */
const OFTEN = 1 / 3;
/**
 * What it takes to show a picture, and the red car that most of them show: of what few figures share the rest is for those
 * that paint maps of it.
 */
const SHOWN = ['picture', 'scene-crop', 'vehicle'].map((part) => `lib/figures/kit/${part}.ts`);
const FIGURE = /\/lib\/figures\/([\w-]+)\/index\.ts$/;
/** A figure and its words. */
const OF_FIGURE = /\/(?:lib\/figures|content\/words\/en\/figures)\/([\w-]+)(?:\/.*)?\.ts$/;

/** All that a module imports, itself included; what it fetches later is not. */
function closure(root, infoOf) {
  const found = new Set();
  const queue = [root];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    queue.push(...(infoOf(id)?.importedIds ?? []));
  }
  return found;
}

/** The layer of each module that has one, by its id. */
export function layersOf(ids, infoOf) {
  const layers = new Map();
  const put = (id, name) => layers.has(id) || layers.set(id, name);
  for (const { name, roots } of LAYERS)
    for (const id of ids.filter((one) => roots.some((root) => one.endsWith(root))))
      for (const part of closure(id, infoOf)) put(part, name);
  const figures = ids.filter((id) => FIGURE.test(id));
  const counts = new Map();
  for (const id of figures)
    for (const part of closure(id, infoOf)) counts.set(part, (counts.get(part) ?? 0) + 1);
  // The many share marks and colours, the few pictures of things and what is painted of them.
  for (const [part, count] of counts)
    if (count > 1 && count >= OFTEN * figures.length) put(part, 'drawing');
  for (const id of ids.filter((one) => SHOWN.some((root) => one.endsWith(root))))
    for (const part of closure(id, infoOf)) put(part, 'picture');
  for (const [part, count] of counts) if (count > 1) put(part, 'painted');
  const names = figures.map((id) => FIGURE.exec(id)[1]);
  const own = new Set(figures.flatMap((id) => [...closure(id, infoOf)]));
  for (const id of ids) {
    const name = OF_FIGURE.exec(id)?.[1];
    if (names.includes(name) && (own.has(id) || id.includes('/words/'))) put(id, `figure-${name}`);
  }
  return layers;
}

/** For Vite: the chunks of the site's own pages. */
export function chunks() {
  let layers = new Map();
  const names = [...LAYERS.map(({ name }) => name), 'drawing', 'picture', 'painted'];
  const groups = names.map((name, i) => ({
    name,
    test: (id) => layers.get(id) === name,
    priority: names.length + 1 - i,
  }));
  const figures = { name: (id) => layers.get(id) ?? null, priority: 1 };
  const build = {
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: { groups: [...groups, figures] } } },
  };
  return {
    name: 'chunks',
    applyToEnvironment: ({ name }) => name === 'client',
    enforce: 'pre',
    config: () => ({ environments: { client: { build } } }),
    load: (id) => (id === PRELOAD ? PLAIN_FETCH : undefined),
    buildEnd() {
      layers = layersOf([...this.getModuleIds()], (id) => this.getModuleInfo(id));
    },
  };
}
