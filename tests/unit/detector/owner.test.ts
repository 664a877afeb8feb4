import { describe, expect, it } from 'vitest';
import {
  DetectorOwner,
  type DetectorRequest,
  networkInput,
  type Runner,
} from '#lib/detector/index.ts';
import { EngineClient } from '#lib/engine/client.ts';
import { EngineError } from '#lib/engine/errors.ts';
import { say } from '#lib/faults/index.ts';
import { parseArchitecture } from '#lib/model/architecture.ts';
import { random } from '#lib/random/index.ts';
import { SMALL } from '../engine/models.ts';
import { standInWorkers } from '../engine/stand-in-worker.ts';

const NAMES = ['a', 'b', 'c', 'd'] as const;
const requests = Object.fromEntries(
  NAMES.map((name) => [
    name,
    { architecture: parseArchitecture(SMALL, { name }), source: { kind: 'random' } },
  ]),
) as Record<(typeof NAMES)[number], DetectorRequest>;
const { a, b, c } = requests;

/** A runner whose loadings end when they are told to, and that counts what it holds. */
function slowRunner() {
  const held = new Set<number>();
  const loadings: { name: string; done(): void; fail(): void; stopped: boolean }[] = [];
  let last = 0;
  const runner = {
    load: ({ architecture }, _, options = {}) =>
      new Promise((resolve, reject) => {
        const { name } = architecture as { name: string };
        const loading = {
          name,
          stopped: false,
          done: () => {
            held.add(++last);
            resolve({ model: last, name, levels: [] as unknown[] } as never);
          },
          fail: () => reject(new EngineError('download', say('engine', 'broken', 'x', 0))),
        };
        options.signal?.addEventListener('abort', () => {
          loading.stopped = true;
        });
        loadings.push(loading);
      }),
    unload: async (model) => {
      expect(held.delete(model)).toBe(true);
    },
    run: () => Promise.reject(new Error('nobody runs here')),
    activations: () => Promise.reject(new Error('nobody runs here')),
    gradient: () => Promise.reject(new Error('nobody runs here')),
  } satisfies Runner;
  const owner = new DetectorOwner(() => runner);
  const began = (count: number) => expect.poll(() => loadings.length).toBe(count);
  return { owner, held, loadings, began };
}

const outcome = (work: Promise<{ info: { name: string } }[]>) =>
  work.then(
    (detectors) => detectors.map(({ info }) => info.name).join(),
    ({ code }: EngineError) => code,
  );

describe('the newest wish counts', () => {
  it('and the older one is cancelled, stopped, and leaves nothing', async () => {
    const { owner, held, loadings, began } = slowRunner();
    const first = outcome(owner.hold([a, b]));
    await began(2);
    const second = outcome(owner.hold([b, c]));
    expect(await first).toBe('cancelled');
    await began(3);
    expect(loadings.map(({ name, stopped }) => name + stopped)).toEqual([
      'atrue',
      'bfalse',
      'cfalse',
    ]);
    for (const { done } of loadings) done();
    expect(await second).toBe('b,c');
    await expect.poll(() => held.size).toBe(2);
    await owner.release();
    expect(held.size).toBe(0);
  });

  it('whichever is done first', async () => {
    const { owner, held, loadings, began } = slowRunner();
    const wishes: Promise<string>[] = [];
    for (const [count, wish] of [
      [1, [a]],
      [2, [b]],
      [3, [a]],
      [4, [c]],
      [6, [b, a]],
    ] as const) {
      wishes.push(outcome(owner.hold(wish)));
      await began(count);
    }
    for (const { done } of loadings.toReversed()) done();
    expect(await Promise.all(wishes)).toEqual([...Array(4).fill('cancelled'), 'b,a']);
    await expect.poll(() => held.size).toBe(2);
  });

  it('equal requests are one detector, and what is held is not loaded again', async () => {
    const { owner, held, loadings, began } = slowRunner();
    const pair = owner.hold([a, a]);
    await began(1);
    loadings[0].done();
    const [left, right] = await pair;
    expect(left).toBe(right);
    expect((await owner.hold([a]))[0]).toBe(left);
    expect([loadings.length, held.size]).toEqual([1, 1]);
  });
});

it('a wish that fails or is stopped leaves what was held, and can be wished again', async () => {
  const { owner, held, loadings, began } = slowRunner();
  const first = owner.hold([a]);
  await began(1);
  loadings[0].done();
  await first;
  const failing = outcome(owner.hold([b]));
  await began(2);
  loadings[1].fail();
  expect(await failing).toBe('download');
  const stop = new AbortController();
  const stopped = outcome(owner.hold([b], { signal: stop.signal }));
  await began(3);
  stop.abort();
  expect(await stopped).toBe('cancelled');
  // Too late: nobody wants it any more.
  loadings[2].done();
  await expect.poll(() => held.size).toBe(1);
  const again = outcome(owner.hold([b]));
  await began(4);
  loadings[3].done();
  expect(await again).toBe('b');
  await expect.poll(() => held.size).toBe(1);
});

it('progress is told to the newest wish', async () => {
  let tell: (progress: { phase: 'download'; loaded: number }) => void = () => {};
  const runner: Runner = {
    load: (_, __, { onProgress, signal } = {}) => {
      tell = onProgress!;
      return new Promise((_, reject) => {
        signal!.addEventListener('abort', () =>
          reject(new EngineError('cancelled', say('engine', 'stopped'))),
        );
      });
    },
    unload: async () => {},
    run: () => Promise.reject(),
    activations: () => Promise.reject(),
    gradient: () => Promise.reject(),
  };
  const owner = new DetectorOwner(() => runner);
  const told: string[] = [];
  for (const wish of ['old', 'new']) {
    outcome(owner.hold([a], { onProgress: () => told.push(wish) }));
  }
  const tellMore = () => {
    tell({ phase: 'download', loaded: 1 });
    return told;
  };
  await expect.poll(tellMore).toContain('new');
  expect(told).not.toContain('old');
  await owner.release();
});

const ACTS = Number(process.env.ACTS ?? 1000);
const SEED = Number(process.env.SEED ?? 1);

it(`${ACTS} random loads, runs, resizes, unloads, back-end changes, stops and deaths leave what is wanted (seed ${SEED})`, {
  // Eight seconds where nothing else runs, a minute beside other work.
  timeout: 240_000,
}, async () => {
  const workers = standInWorkers();
  const client = new EngineClient({ spawn: workers.spawn });
  const owner = new DetectorOwner(() => client);
  const next = random(SEED, 0xac7);
  const upTo = (count: number) => Math.floor(count * next());
  const input = (side: number) =>
    networkInput({ width: side, height: side, pixels: new Uint8Array(side * side * 3).fill(99) });
  /** What may come of an act: a newer wish, a stop, a model that is gone, a worker that died. */
  const ALLOWED = ['cancelled', 'model', 'worker'];
  const running: Promise<unknown>[] = [];
  const free: (() => void)[] = [];
  const act = (work: Promise<unknown>) => {
    running.push(
      work.catch((error: EngineError) => {
        if (!ALLOWED.includes(error.code)) throw error;
      }),
    );
  };
  let wanted: DetectorRequest[] = [];
  let detectors: Awaited<ReturnType<DetectorOwner['hold']>> = [];
  for (let i = 0; i < ACTS; i++) {
    const stop = new AbortController();
    const { signal } = stop;
    const kind = upTo(100);
    if (kind < 30) {
      wanted = NAMES.filter(() => next() < 0.4).map((name) => requests[name]);
      act(
        owner.hold(wanted, { signal }).then((held) => {
          detectors = held;
        }),
      );
    } else if (kind < 80) {
      const detector = detectors[upTo(detectors.length)];
      if (detector) act(detector.run(input(8 + 8 * upTo(3)), { signal, warm: next() < 0.3 }));
    } else if (kind < 84) act(client.use(next() < 0.9 ? 'wasm' : 'cpu'));
    else if (kind < 86) {
      // Without threads, what a worker still does would go on beside the next one: it ends at rest here.
      await Promise.all(running.splice(0));
      await workers.all.at(-1)?.engine?.idle();
      if (next() < 0.5) client.stop();
      else workers.all.at(-1)?.fail('error');
    } else if (kind < 90) act(owner.release());
    else free.push(() => stop.abort());
    if (next() < 0.3) stop.abort();
    if (next() < 0.3) for (const give of free.splice(0)) give();
    if (next() < 0.4) await new Promise((resolve) => setImmediate(resolve));
    if (next() < 0.02) await Promise.all(running.splice(0));
  }
  await Promise.all(running);
  await client.use('wasm');
  const [x, y] = await owner.hold([a, b]);
  for (const side of [8, 16]) {
    for (const detector of [x, y]) await detector.run(input(side));
  }
  const after = await client.memory();
  expect(after.models).toBe(2);
  await owner.release();
  expect(await client.memory()).toEqual({ tensors: 0, bytes: 0, models: 0 });
  client.stop();

  // The same two, with no history.
  const fresh = new EngineClient({ spawn: workers.spawn });
  const freshOwner = new DetectorOwner(() => fresh);
  await fresh.use('wasm');
  const two = await freshOwner.hold([a, b]);
  for (const detector of two) await detector.run(input(16));
  expect(after).toEqual(await fresh.memory());
  await freshOwner.release();
  fresh.stop();
});
