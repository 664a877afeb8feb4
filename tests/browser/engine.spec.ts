import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { largestDifference, readFixture } from '#commands/fixtures.ts';
import { faults } from '#content/words/en/faults.ts';
import type { BackendName } from '#lib/engine/backend-names.ts';
import { inWords, type Said } from '#lib/faults/index.ts';
import { serveEngine } from './engine/serve.ts';
import { keepContexts, loseContexts } from './lib/contexts.ts';

test.describe.configure({ mode: 'default', timeout: 240_000 });

/** Back ends have to agree with PyTorch, and so with one another, within half of 1e-2. */
const LIMIT = 5e-3;
const NAMES = ['yolov5p', 'yolov5p-spd'] as const;
const fixtures = new Map(NAMES.map((name) => [name, readFixture(name)]));
const yaml = (name: string) =>
  readFileSync(new URL(`../../content/architectures/${name}.yaml`, import.meta.url), 'utf8');

let site: Awaited<ReturnType<typeof serveEngine>>;

test.beforeAll(async () => {
  const files = new Map<string, Uint8Array>();
  for (const [name, { weights, input }] of fixtures) {
    files.set(`${name}.safetensors`, new Uint8Array(weights));
    files.set(`${name}.input`, new Uint8Array(input.buffer));
    files.set(`${name}.cut`, new Uint8Array(weights).slice(0, 1000));
  }
  site = await serveEngine(files);
});
test.afterAll(() => site.close());
test.beforeEach(({ page }) => page.goto(site.url));

/** Loads a fixture's model and runs it on its picture; gives the largest difference from PyTorch. */
async function difference(page: Page, name: (typeof NAMES)[number]) {
  const { outputs, backend } = await page.evaluate(
    async ({ name, architecture }) => {
      const input = new Float32Array(await (await fetch(`${name}.input`)).arrayBuffer());
      const request = { architecture, pictureSize: 64 };
      const { model } = await window.client.load(request, window.at(`${name}.safetensors`));
      const { outputs, backend } = await window.client.run(model, input);
      await window.client.unload(model);
      return { backend, outputs: outputs.map(({ data, shape }) => ({ data: [...data], shape })) };
    },
    { name, architecture: yaml(name) },
  );
  const { expected } = fixtures.get(name)!;
  expect(outputs.length).toBe(expected.length);
  const differences = outputs.map(({ data, shape }, level) =>
    largestDifference({ data: Float32Array.from(data), shape }, expected[level]),
  );
  return { backend, difference: Math.max(...differences) };
}

const READS = [
  {
    kernel: 3,
    stride: 2,
    padding: [1, 1] as const,
    expected: [1, 2, 1, 2, 1, 1, 2, 4, 2, 4, 2, 2],
  },
  {
    kernel: 3,
    spaceToDepth: 2,
    padding: [1, 1] as const,
    expected: [4, 4, 6, 6, 4, 4, 4, 4, 6, 6, 4, 4],
  },
];

for (const backend of ['wasm', 'webgl', 'webgpu', 'cpu'] satisfies BackendName[]) {
  test(`${backend} computes what PyTorch computed, and the read counts`, async ({ page }) => {
    const report = await page.evaluate((name) => window.client.use(name), backend);
    expect(report).toMatchObject({ name: backend, works: true });
    for (const name of NAMES) {
      const result = await difference(page, name);
      expect(result.backend).toBe(backend);
      expect(result.difference).toBeLessThan(LIMIT);
    }
    for (const { expected, ...layer } of READS) {
      const counts = await page.evaluate(
        async (layer) => [...(await window.client.readCounts({ size: [6, 6], ...layer }))],
        layer,
      );
      expect(counts.slice(0, 12)).toEqual(expected);
    }
  });
}

test('left to itself, the engine takes wasm where graphics are drawn by the processor, and says why', async ({
  page,
}) => {
  const report = await page.evaluate(() => window.client.use('auto'));
  expect(report.name).toBe('wasm');
  expect(inWords(report.why, faults)).toContain(
    'webgl: the processor stands in for the graphics card.',
  );
});

test('the tensor count stays the same over twenty runs on WebGL', async ({ page }) => {
  const counts = await page.evaluate(async (architecture) => {
    await window.client.use('webgl');
    const { model } = await window.client.load(
      { architecture, pictureSize: 32 },
      window.at('yolov5p-spd.safetensors'),
    );
    const counts: number[] = [];
    for (let i = 0; i < 20; i++) {
      await window.client.run(model, new Float32Array(32 * 32 * 3).fill(i / 20));
      counts.push((await window.client.memory()).tensors);
    }
    await window.client.unload(model);
    counts.push((await window.client.memory()).tensors);
    return counts;
  }, yaml('yolov5p-spd'));
  expect(new Set(counts.slice(0, 20)).size).toBe(1);
  expect(counts[20]).toBe(0);
});

test('faults arrive as sentences, with what is wrong by name', async ({ page }) => {
  const arrived = await page.evaluate(async (architecture) => {
    const load = (url: string, options = {}) =>
      window.client.load({ architecture }, window.at(url), options).then(
        () => undefined,
        ({ code, said, details }) => ({ code, said, details }),
      );
    const stopped = new AbortController();
    const stopping = load('yolov5p-spd.safetensors', { signal: stopped.signal });
    stopped.abort();
    return {
      cut: await load('yolov5p-spd.cut'),
      other: await load('yolov5p.safetensors'),
      absent: await load('nowhere.safetensors'),
      checksum: await load('yolov5p-spd.safetensors', { sha256: '0'.repeat(64) }),
      stopped: await stopping,
    };
  }, yaml('yolov5p-spd'));
  const sentence = (name: keyof typeof arrived) => inWords(arrived[name]!.said, faults);
  expect(arrived.cut!.code).toBe('file');
  expect(sentence('cut')).toContain('cut short');
  const { code, details } = arrived.other!;
  expect(code).toBe('weights');
  const listed = (details as Said[]).map((one) => inWords(one, faults));
  expect(listed).toContain('missing: model.0.conv.conv.weight (8 x 12 x 3 x 3)');
  expect(listed).toContain('extra: model.0.conv.weight');
  expect(arrived.absent!.code).toBe('download');
  expect(sentence('absent')).toContain('404');
  expect(arrived.checksum!.code).toBe('checksum');
  expect(arrived.stopped!.code).toBe('cancelled');
});

test('a lost WebGL context: another back end takes over, says so, and gives the same numbers', async ({
  page,
}) => {
  // Keeps the contexts that TensorFlow.js makes, so that one can be taken away.
  // The worker starts at the first question.
  const starting = page.waitForEvent('worker');
  await page.evaluate(() => void window.client.backends());
  const worker = await starting;
  await keepContexts(worker);
  await page.evaluate(async () => {
    const events: string[] = [];
    Object.assign(window, { events });
    window.client.onBackendChange(({ said }) => events.push(`${said.key} ${said.values}`));
    await window.client.use('webgl');
  });
  expect((await difference(page, 'yolov5p-spd')).backend).toBe('webgl');
  await loseContexts(worker);
  const after = await difference(page, 'yolov5p-spd');
  expect(after.backend).toBe('wasm');
  expect(after.difference).toBeLessThan(LIMIT);
  const events = await page.evaluate(() => (window as unknown as { events: string[] }).events);
  expect(events).toEqual(['tookOver webgl,wasm']);
});

test('a stop breaks off what runs, keeps the back end, and the models are loaded again', async ({
  page,
}) => {
  const after = await page.evaluate(async (architecture) => {
    await window.client.use('cpu');
    const request = { architecture, pictureSize: 64 };
    const { model } = await window.client.load(request, window.at('yolov5p.safetensors'));
    // Minutes of work, on the processor and without WebAssembly.
    const pass = window.client.run(model, new Float32Array(200 * 64 * 64 * 3));
    const outcome = pass.then(
      () => 'done',
      ({ code, said }) => `${code}: ${said.key}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    window.client.stop();
    const { models } = await window.client.memory();
    const input = new Float32Array(await (await fetch('yolov5p.input')).arrayBuffer());
    const { outputs, backend } = await window.client.run(model, input);
    await window.client.unload(model);
    const gone = window.client.run(model, input).catch(({ said }) => `${said.key} ${said.values}`);
    return {
      outcome: await outcome,
      models,
      backend,
      gone: await gone,
      outputs: outputs.map(({ data, shape }) => ({ data: [...data], shape })),
    };
  }, yaml('yolov5p'));
  expect(after).toMatchObject({
    outcome: 'cancelled: engineStopped',
    models: 0,
    backend: 'cpu',
    gone: 'noModel 1',
  });
  after.outputs.forEach(({ data, shape }, level) => {
    const output = { data: Float32Array.from(data), shape };
    const expected = fixtures.get('yolov5p')!.expected[level];
    expect(largestDifference(output, expected)).toBeLessThan(LIMIT);
  });
});

test('a back end that hangs is given up, and the others go on', async ({ page }) => {
  // The worker starts at the first question.
  const starting = page.waitForEvent('worker');
  await page.evaluate(() => void window.client.backends());
  const worker = await starting;
  await worker.evaluate(() => {
    OffscreenCanvas.prototype.getContext = () => {
      for (;;);
    };
  });
  const report = await page.evaluate(() => window.client.use('auto'));
  expect(report.name).toBe('wasm');
  const backends = await page.evaluate(() => window.client.backends());
  expect(backends.find(({ name }) => name === 'webgl')).toMatchObject({
    available: false,
    why: { room: 'engine', key: 'givenUp' },
  });
  expect((await difference(page, 'yolov5p')).difference).toBeLessThan(LIMIT);
});

test('1,000 random loads, runs, resizes, stops, deaths and changes of the back end leave what is wanted', async ({
  page,
}) => {
  const held = await page.evaluate(async (text) => {
    const { client } = window;
    const { DetectorOwner, networkInput, parseArchitecture, random } = window.parts;
    const owner = new DetectorOwner(() => client);
    const next = random(1, 0xac7);
    const requests = ['a', 'b', 'c'].map((name) => ({
      architecture: parseArchitecture(text, { name }),
      source: { kind: 'random' as const },
    }));
    const input = (side: number) =>
      networkInput({ width: side, height: side, pixels: new Uint8Array(side * side * 3) });
    const faults: string[] = [];
    const act = (work: Promise<unknown>) =>
      work.catch(({ code, said }) => {
        if (!['cancelled', 'model'].includes(code)) faults.push(`${code}: ${said?.key}`);
      });
    const acts: Promise<unknown>[] = [];
    let detectors: Awaited<ReturnType<typeof owner.hold>> = [];
    for (let i = 0; i < 1000; i++) {
      const stop = new AbortController();
      const { signal } = stop;
      const kind = next();
      if (kind < 0.35) {
        const wanted = requests.filter(() => next() < 0.5);
        acts.push(
          act(
            owner.hold(wanted, { signal }).then((all) => {
              detectors = all;
            }),
          ),
        );
      } else if (kind < 0.85) {
        const detector = detectors[Math.floor(next() * detectors.length)];
        const side = 64 + 32 * Math.floor(next() * 3);
        if (detector) acts.push(act(detector.run(input(side), { signal })));
      } else if (kind < 0.93) acts.push(act(client.use(next() < 0.7 ? 'wasm' : 'cpu')));
      // In the middle of whatever runs.
      else if (kind < 0.96) client.stop();
      else acts.push(act(owner.release()));
      if (next() < 0.3) stop.abort();
      if (next() < 0.4) await new Promise((resolve) => setTimeout(resolve));
    }
    await Promise.all(acts);
    const count = async () => {
      await client.use('wasm');
      for (const detector of await owner.hold(requests.slice(0, 2))) await detector.run(input(64));
      const some = await client.memory();
      await owner.release();
      return { some, none: await client.memory() };
    };
    const after = await count();
    client.stop();
    return { faults, after, fresh: await count() };
  }, yaml('yolov5p'));
  expect(held.faults).toEqual([]);
  expect(held.after.some.models).toBe(2);
  expect(held.after.none).toEqual({ tensors: 0, bytes: 0, models: 0 });
  expect(held.after).toEqual(held.fresh);
});
