// A model is one YAML file, and its weights: a copy of the content with one model more is read by the same code.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readArchitectures } from '#commands/architectures.ts';
import { countRows } from '#commands/counts.ts';
import { shippedWeights } from '#commands/lib/shipped-weights.mjs';
import { yamlData } from '#commands/lib/yaml-data.mjs';

const root = mkdtempSync(join(tmpdir(), 'one-file-'));
const folder = join(root, 'content/architectures');
const weights = join(root, 'site/public/weights');
let server: ViteDevServer;

/** A module of the repository, as it is where the content holds one model more. */
const load = (path: string) => server.ssrLoadModule(join(process.cwd(), path));

beforeAll(async () => {
  cpSync('content', join(root, 'content'), { recursive: true });
  const spd = readFileSync(join(folder, 'yolov5p-spd.yaml'), 'utf8');
  writeFileSync(join(folder, 'mine.yaml'), `beside: yolov5p\n${spd}`);
  for (const path of ['mine', 'pico/mine', 'elsewhere/mine-1']) {
    mkdirSync(join(weights, path, '..'), { recursive: true });
    writeFileSync(join(weights, `${path}.safetensors`), '');
    const card = { name: 'mine', architecture: 'mine', inputSize: 96, classes: ['thing'] };
    writeFileSync(join(weights, `${path}.json`), JSON.stringify(card));
  }
  server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [yamlData, shippedWeights()],
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
}, 60_000);

afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

it('the explorer shows it beside the strided net that it names', async () => {
  const { architecture: words } = await load('content/words/en/figures/architecture.ts');
  const { architecture } = await load('lib/figures/architecture/index.ts');
  const options: { value: string; label: string }[] = architecture(words).parameters.model.options;
  expect(options.at(-1)).toEqual({ value: 'mine', label: 'yolov5p → mine' });
  const { nets } = await load('lib/figures/architecture/nets.ts');
  const { netNames } = await load('lib/figures/architecture/names.ts');
  const { graphs } = nets('mine', 's');
  expect(netNames(words, { model: 'mine', size: 's' })).toEqual(['yolov5p', 'mine']);
  expect(graphs[1].macs).toBe(nets('yolov5', 'p').graphs[1].macs);
}, 60_000);

it('"Your weights" offers the network, and the weights under what they were trained on', async () => {
  const { declaration, constrain, isDetector } = await load('components/weights/parameters.ts');
  const values = (name: string) =>
    declaration[name].options.map(({ value }: { value: string }) => value);
  expect(values('architecture')).toContain('mine');
  expect(values('weights')).toEqual(['none', 'random', 'elsewhere/mine-1', 'mine']);
  expect(isDetector('mine')).toBe(true);
  const asked = { weights: 'mine', size: 'own', architecture: 'yolov5p' };
  expect(constrain(asked).values).toMatchObject({ architecture: 'mine', size: '96' });
  const { trained } = await load('components/weights/trained.ts');
  expect([trained('mine').training, trained('elsewhere/mine-1').training]).toEqual([
    'scenes',
    'other',
  ]);
}, 60_000);

it('the lab offers the weights that lie among its plan', async () => {
  const { declaration } = await load('components/lab/parameters.ts');
  for (const side of ['left', 'right']) {
    expect(declaration[side].options).toContainEqual({ value: 'pico/mine', label: 'mine' });
  }
}, 60_000);

it('the table of all counts, a dropped file and the converter find it in the catalogue', async () => {
  const { architectures, graphOf } = await load('components/kit/architectures.ts');
  expect(architectures.names).toContain('mine');
  const { identify } = await load('lib/model/index.ts');
  const { tensors } = graphOf('mine');
  const shapes = new Map(
    tensors.map(({ name, shape }: { name: string; shape: number[] }) => [name, shape]),
  );
  expect(identify(architectures, shapes)).toContainEqual({ name: 'mine', classes: 5 });
  const { GET } = await load('site/pages/converter/readers.json.ts');
  const readers = JSON.stringify(await (await GET({})).json());
  expect(readers).toContain('mine');
}, 60_000);

it('the commands count it', () => {
  expect(countRows(readArchitectures(folder)).map(({ name }) => name)).toContain('mine');
});
