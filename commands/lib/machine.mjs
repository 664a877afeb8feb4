// What a machine with nothing but Node 20 and npm needs before anything here runs. Node only: it runs first.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
/** Node 24 from the `node` package: Astro needs a newer one than the machine may have. */
export const node = join(modules, '.bin', 'node');

/** The environment in which the project's programs run: its own Node and its own commands come first. */
export const environment = {
  ...process.env,
  PATH: [join(modules, '.bin'), process.env.PATH].join(delimiter),
  ASTRO_TELEMETRY_DISABLED: '1',
};

/** Runs a program to its end with its output shown. Returns its exit status, 1 if it could not be started. */
export function run(program, args, { env = environment, ...options } = {}) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env,
    ...options,
  });
  if (error) console.error(`${program}: ${error.message}`);
  return status ?? 1;
}

/** Installs the dependencies when they are missing or older than package-lock.json. */
export function install() {
  const lock = join(root, 'package-lock.json');
  const installed = join(modules, '.package-lock.json');
  const fresh =
    existsSync(installed) &&
    existsSync(node) &&
    statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
  if (fresh) return;
  // Not `npm ci`: it refuses a lock file that lacks other systems' optional packages, as one written against a
  // registry mirror does. `npm install` keeps to the versions of the lock file too.
  console.log('Installing the dependencies (npm install) ...');
  // The typefaces' package would report each installation to its makers, where npm lets it.
  const env = { ...process.env, IBM_TELEMETRY_DISABLED: 'true' };
  const status = run('npm', ['install', '--no-audit', '--no-fund'], { env });
  if (status !== 0)
    throw new Error(
      `npm install ended with status ${status}: is the package registry within reach?`,
    );
}

/** Builds the site into `folder`, for the path `base`. Returns the exit status. */
export function build({ folder = 'dist', base = '/' } = {}) {
  const astro = join(modules, 'astro', 'bin', 'astro.mjs');
  return run(node, [astro, 'build'], {
    env: { ...environment, OUT_DIR: resolve(root, folder), BASE_PATH: base },
  });
}

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The path of an installed Chromium: $CHROMIUM, or the first found on the PATH; undefined if there is none. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) =>
    existsSync(file),
  );
}

/** A Chromium to test with; where none is installed and apt-get is there, Debian's is installed. */
export function installChromium() {
  const found = findChromium();
  if (found) return found;
  console.log('Installing Chromium (apt-get install chromium) ...');
  if (run('apt-get', ['update', '-q']) === 0) {
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
      env: { ...environment, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const installed = findChromium();
  if (!installed)
    throw new Error('no Chromium: install one, or name it in the environment variable CHROMIUM');
  return installed;
}
