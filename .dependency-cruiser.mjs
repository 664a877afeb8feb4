// Who may import whom: site -> components -> lib, and within lib as the table says. `npm run imports` checks it, and a unit
// test holds the .astro files, which dependency-cruiser does not read, against the same rules.

/** What each room of lib needs besides its own files. A room that is missing here may import nothing. */
const LIB = {
  analysis: ['detection', 'random', 'spd', 'workers'],
  classify: ['faults', 'random', 'scenes'],
  convert: ['faults', 'model', 'safetensors', 'spd'],
  decide: [],
  detection: [],
  detector: [
    'detection',
    'engine',
    'faults',
    'files',
    'model',
    'parameters',
    'safetensors',
    'scenes',
  ],
  engine: ['faults', 'model', 'random', 'safetensors', 'spd', 'workers'],
  export: ['figures', 'files', 'parameters', 'png'],
  faults: [],
  files: [],
  hero: ['figures', 'files'],
  figures: [
    'detection',
    'engine',
    'faults',
    'files',
    'model',
    'parameters',
    'png',
    'random',
    'scenes',
    'spd',
  ],
  model: ['faults', 'spd'],
  parameters: [],
  png: [],
  random: [],
  results: [],
  safetensors: ['faults'],
  scenes: ['random', 'workers'],
  spd: [],
  stack: ['figures', 'random', 'spd', 'workers'],
  training: ['engine', 'faults', 'random', 'safetensors', 'scenes', 'stack', 'workers'],
  workers: [],
};

const folder = (...names) => `^(${names.join('|')})/`;

/**
 * @typedef {{ path?: string, pathNot?: string }} Paths
 * @typedef {{ circular?: boolean, couldNotResolve?: boolean, dependencyTypesNot?: import('dependency-cruiser').DependencyType[] }} Kinds
 * @type {{ name: string, comment: string, from: Paths, to: Paths & Kinds }[]}
 */
export const forbidden = [
  {
    name: 'no-cycle',
    comment:
      'A cycle, types included, is one thing in two files, or two things that are not apart.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-dead-end',
    comment: 'An import of a file that is not there would escape all other rules.',
    from: {},
    to: { couldNotResolve: true, path: '^[.#]' },
  },
  {
    name: 'lib-below-all',
    comment: 'lib is what is computed: it knows no component, no page and no command.',
    from: { path: folder('lib') },
    to: { path: folder('components', 'site', 'commands', 'tests') },
  },
  {
    name: 'components-below-site',
    comment: 'A component does not know the page that it stands in.',
    from: { path: folder('components') },
    to: { path: folder('site', 'commands', 'tests') },
  },
  {
    name: 'site-below-commands',
    comment: 'Commands and tests stand on top: the site does without them.',
    from: { path: folder('site') },
    to: { path: folder('commands', 'tests') },
  },
  {
    name: 'tests-on-top',
    comment: 'Nothing that runs needs a test.',
    from: { path: folder('commands') },
    to: { path: folder('tests') },
  },
  {
    name: 'content-says',
    comment: 'content is what is said: of the code it may know types.',
    from: { path: folder('content') },
    to: {
      path: folder('lib', 'components', 'site', 'commands', 'tests'),
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'lib-gets-its-words',
    comment:
      'Words come to lib from outside (a figure gets them through its context), one language or another.',
    from: { path: folder('lib') },
    to: { path: '^content/words/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'lib-reads-architectures',
    comment: 'Of the content only the figures read something, the architecture files.',
    from: { path: folder('lib') },
    to: { path: folder('content'), pathNot: '^content/(words|architectures)/' },
  },
  {
    name: 'siblings-apart',
    comment:
      'A folder of components imports components/kit and lib, never another folder of components.',
    from: { path: '^components/([^/]+)/' },
    to: { path: folder('components'), pathNot: '^components/($1|kit)/' },
  },
  {
    name: 'every-component-in-a-folder',
    comment: 'No file stands in components/ itself.',
    from: {},
    to: { path: '^components/[^/]+$' },
  },
  ...Object.entries(LIB).map(([room, needs]) => ({
    name: `lib-order-${room}`,
    comment: `lib/${room} needs ${needs.map((name) => `lib/${name}`).join(', ') || 'nothing else'}.`,
    from: { path: `^lib/${room}/` },
    to: { path: folder('lib'), pathNot: `^lib/(${[room, ...needs].join('|')})/` },
  })),
  {
    name: 'lib-order-unknown',
    comment: 'A new room of lib stands in the table of .dependency-cruiser.mjs.',
    from: { path: folder('lib'), pathNot: `^lib/(${Object.keys(LIB).join('|')})/` },
    to: { path: folder('lib') },
  },
  {
    name: 'spd-alone',
    comment: 'lib/spd has no dependency, no package either.',
    from: { path: '^lib/spd/' },
    to: { pathNot: '^lib/spd/' },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
