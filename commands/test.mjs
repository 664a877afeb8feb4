// npm test: installs what is missing, then checks types, style, units, the build, what its pages weigh, and the site in a
// real browser.
// npm test -- --deploy: and what a host needs: that two builds are the same, and that the site works under a sub-path; and
// those tests of the browser that take half a minute each (@long).
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, environment, install, installChromium, node, root, run } from './lib/machine.mjs';
import { differences } from './same-build.mjs';

const SUB_PATH = '/notebook/';
const CODE = ['lib', 'components', 'content', 'site', 'commands', 'tests'];
const deploy = process.argv.includes('--deploy');
const cache = join(root, '.cache');
const reports = {
  unit: join(cache, 'unit.json'),
  budget: join(cache, 'budget.json'),
  browser: join(cache, 'browser.json'),
  subPath: join(cache, 'sub-path.json'),
};
const total = { passed: 0, failed: 0 };

const bin = (...path) => join(root, 'node_modules', ...path);
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Playwright's tests, with `env` added; counts them from its JSON report. */
function browserTests(report, args, env = {}) {
  const status = run(
    node,
    [bin('@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json', ...args],
    {
      env: {
        ...environment,
        CHROMIUM: installChromium(),
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        ...env,
      },
    },
  );
  const { expected, flaky, unexpected } = read(report).stats;
  total.passed += expected + flaky;
  total.failed += unexpected;
  return status;
}

function unitTests() {
  const status = run(node, [
    bin('vitest', 'vitest.mjs'),
    'run',
    // A snapshot that is missing is a failure, not an occasion to write it.
    '--update=none',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reports.unit}`,
  ]);
  const { numPassedTests, numFailedTests } = read(reports.unit);
  total.passed += numPassedTests;
  total.failed += numFailedTests;
  return status;
}

/** Each page within its limits, or beyond one. */
function weightOfPages() {
  const command = [join(root, 'commands', 'budget.ts'), `--outputFile=${reports.budget}`];
  const status = run(node, command, { timeout: 240_000 });
  const { passed, failed } = read(reports.budget);
  total.passed += passed;
  total.failed += failed;
  return status;
}

function dependencies() {
  install();
  installChromium();
  return 0;
}

function sameBuild() {
  const again = '.cache/again';
  const status = build({ folder: again });
  if (status !== 0) return status;
  const differing = differences(join(root, 'dist'), join(root, again));
  if (differing.length === 0) return 0;
  console.error(`Not the same in two builds: ${differing.join(', ')}`);
  return 1;
}

const stages = [
  ['Dependencies', dependencies],
  // The pages come first: their check writes the types of the content, which the others need.
  ['Types of pages', () => run(node, [bin('astro', 'bin', 'astro.mjs'), 'check'])],
  ['Types', () => run(node, [bin('typescript-native', 'bin', 'tsc'), '--noEmit'])],
  ['Style', () => run(bin('.bin', 'biome'), ['check'])],
  [
    'Imports',
    () => run(node, [bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), ...CODE]),
  ],
  ['Units', unitTests],
  ['Build', () => build()],
  ['Weight of pages', weightOfPages],
  ['Browser', () => browserTests(reports.browser, [], { LONG_TESTS: deploy ? '1' : '0' })],
];
if (deploy)
  stages.push(
    ['Build again, the same bytes', sameBuild],
    ['Build under a sub-path', () => build({ folder: '.cache/sub-path', base: SUB_PATH })],
    [
      'Browser under a sub-path',
      () =>
        browserTests(reports.subPath, [], { SITE_FOLDER: '.cache/sub-path', SITE_BASE: SUB_PATH }),
    ],
  );

mkdirSync(cache, { recursive: true });
for (const report of Object.values(reports)) rmSync(report, { force: true });

let broken;
for (const [title, stage] of stages) {
  console.log(`\n== ${title}`);
  const start = performance.now();
  let status = 1;
  try {
    status = stage();
  } catch (error) {
    console.error(error.message);
  }
  console.log(
    `== ${title}: ${status === 0 ? 'good' : 'FAILED'}, ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
  if (status !== 0) {
    broken = title;
    break;
  }
}

// A stage that breaks without a failed test of its own counts as one failure.
if (broken && total.failed === 0) total.failed = 1;
console.log(broken ? `\nStopped at: ${broken}` : '\nEverything holds.');
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(broken ? 1 : 0);
