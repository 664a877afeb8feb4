import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NAME = 'virtual:shipped-weights';
const FOLDER = 'site/public/weights';

/**
 * The weights in a folder (NAME.safetensors beside its card NAME.json, also in folders of it), by their paths.
 *
 * @param {string} folder
 * @returns {import('virtual:shipped-weights').ShippedWeights[]}
 */
export function weightsIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.safetensors'))
    .map((file) => file.replaceAll('\\', '/').replace(/\.safetensors$/, ''))
    .sort()
    .map((path) => {
      const card = JSON.parse(readFileSync(join(folder, `${path}.json`), 'utf8'));
      const { architecture, inputSize: size, classes, data } = card;
      return { path, architecture, size, classes, source: data?.train?.source };
    });
}

/** For Vite: `import weights from 'virtual:shipped-weights'` lists the weights that the site ships, found when it is built. */
export function shippedWeights() {
  let root = process.cwd();
  return {
    name: 'shipped-weights',
    configResolved(config) {
      root = config.root;
    },
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      return `export default ${JSON.stringify(weightsIn(join(root, FOLDER)))}`;
    },
  };
}
