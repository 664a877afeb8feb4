import { afterEach, describe, expect, it, vi } from 'vitest';
import { EngineClient } from '#lib/engine/client.ts';
import { syntheticInput } from '#lib/engine/index.ts';
import type { LinkOptions } from '#lib/engine/worker-link.ts';
import { small, smallWeights } from './models.ts';
import { type StandIn, standInWorkers } from './stand-in-worker.ts';

const open: EngineClient[] = [];
function client(workers = standInWorkers(), options: LinkOptions = {}) {
  const made = new EngineClient({ ...options, spawn: workers.spawn });
  open.push(made);
  return { client: made, workers };
}
afterEach(() => {
  vi.useRealTimers();
  for (const each of open.splice(0)) each.stop();
});

const input = syntheticInput(small);
const load = (to: EngineClient) => to.load({ architecture: small }, new Blob([smallWeights()]));

describe('the worker', () => {
  it('is not started before something is asked, and not to say that it holds nothing', async () => {
    const { client: engine, workers } = client();
    expect(await engine.memory()).toEqual({ tensors: 0, bytes: 0, models: 0 });
    expect(workers.all).toHaveLength(0);
    await engine.backends();
    expect(workers.all).toHaveLength(1);
  });

  it.each(['error', 'messageerror'] as const)(
    'that does not load (%s) is said, and replaced at the next question',
    async (kind) => {
      const workers = standInWorkers();
      const mute = standInWorkers({ mute: true });
      let first = true;
      const spawn = () => {
        const from = first ? mute : workers;
        first = false;
        return from.spawn();
      };
      const engine = new EngineClient({ spawn });
      open.push(engine);
      const asked = engine.backends();
      mute.all[0].fail(kind);
      await expect(asked).rejects.toMatchObject({
        code: 'worker',
        said: expect.toSay(/^The engine did not load\..*reload the page\.$/),
      });
      expect(mute.all[0].ended).toBe(true);
      expect(await engine.backends()).toHaveLength(4);
    },
  );

  it('that the browser refuses to make is said in our words', async () => {
    const spawn = () => {
      throw new DOMException("Failed to construct 'Worker'", 'SecurityError');
    };
    const engine = new EngineClient({ spawn });
    await expect(engine.backends()).rejects.toMatchObject({
      code: 'worker',
      said: expect.toSay('This browser does not let the page start the engine'),
      details: [expect.stringContaining("Failed to construct 'Worker'")],
    });
  });

  it('that never answers is given up after its time, at the start', async () => {
    const { client: engine, workers } = client(standInWorkers({ mute: true }), { startLimit: 1 });
    await expect(engine.backends()).rejects.toMatchObject({ code: 'worker' });
    expect(workers.all[0].ended).toBe(true);
  });

  it('that falls silent later is ended and said, and its models come back in the next', async () => {
    const { client: engine, workers } = client(undefined, { silence: 1 });
    await engine.use('wasm');
    const { model } = await load(engine);
    const [{ engine: inside }] = workers.all;
    vi.spyOn(inside!, 'run').mockReturnValue(new Promise(() => {}));
    await expect(engine.run(model, input)).rejects.toMatchObject({
      code: 'worker',
      said: expect.toSay(/^The engine gave no sign of life for \d+ seconds/),
    });
    const { backend } = await engine.run(model, input);
    expect([backend, workers.all.length]).toEqual(['wasm', 2]);
    expect((await engine.memory()).models).toBe(1);
  });

  it('that breaks down rejects all who wait, and the next one goes on', async () => {
    const { client: engine, workers } = client();
    await engine.use('wasm');
    const { model } = await load(engine);
    const spy = vi.spyOn(workers.all[0].engine!, 'run').mockReturnValue(new Promise(() => {}));
    const outcomes = Promise.allSettled([engine.run(model, input), engine.run(model, input)]);
    await vi.waitFor(() => expect(spy).toHaveBeenCalledTimes(2));
    workers.all[0].fail('error');
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'worker' } });
    }
    expect((await engine.run(model, input)).outputs).toHaveLength(1);
    await engine.unload(model);
    expect((await engine.memory()).models).toBe(0);
  });
});

it.each([
  ['stopped', (engine: EngineClient, _: StandIn) => engine.stop()],
  ['broken', (_: EngineClient, worker: StandIn) => worker.fail('error')],
])('a worker that was %s before it said what it holds, holds nothing', async (_, end) => {
  const { client: engine, workers } = client();
  await load(engine);
  const [worker] = workers.all;
  vi.spyOn(worker.engine!, 'memory').mockReturnValue(new Promise(() => {}) as never);
  const asked = engine.memory();
  end(engine, worker);
  expect(await asked).toEqual({ tensors: 0, bytes: 0, models: 0 });

  // Where the next one has started meanwhile, it is the one that is asked.
  await load(engine);
  const next = workers.all[1];
  vi.spyOn(next.engine!, 'memory').mockReturnValue(new Promise(() => {}) as never);
  const again = engine.memory();
  end(engine, next);
  const loading = load(engine);
  expect(workers.all).toHaveLength(3);
  expect((await again).models).toBeLessThanOrEqual(1);
  await loading;
  expect((await engine.memory()).models).toBe(1);
});

describe('stopping', () => {
  it('ends a waiting at once, also where the worker never answers', async () => {
    const { client: engine } = client(standInWorkers({ mute: true }));
    const stop = new AbortController();
    const { signal } = stop;
    const waiting = Promise.allSettled([
      engine.load({ architecture: small }, new Blob([smallWeights()]), { signal }),
      engine.run(1, input, { signal }),
    ]);
    stop.abort();
    for (const outcome of await waiting) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
    }
  });

  it('a loading that is given up leaves no model, whenever the word comes', async () => {
    const { client: engine } = client();
    await engine.use('wasm');
    for (let turns = 0; turns < 12; turns++) {
      const stop = new AbortController();
      const loading = engine
        .load({ architecture: small }, new Blob([smallWeights()]), { signal: stop.signal })
        .then(({ model }) => engine.unload(model))
        .catch(({ code }) => expect(code).toBe('cancelled'));
      for (let turn = 0; turn < turns; turn++) await new Promise((next) => setImmediate(next));
      stop.abort();
      await loading;
    }
    await expect.poll(async () => (await engine.memory()).models).toBe(0);
  });
});

it('a choice of the back end waits for the passes that run, and is what runs then', async () => {
  const { client: engine } = client();
  await engine.use('wasm');
  const { model } = await load(engine);
  const passes = Array.from({ length: 5 }, () => engine.run(model, input));
  const report = engine.use('cpu');
  const backends = (await Promise.all(passes)).map(({ backend }) => backend);
  expect(new Set(backends)).toEqual(new Set(['wasm']));
  expect((await report).name).toBe('cpu');
  expect((await engine.run(model, input)).backend).toBe('cpu');
  await expect(engine.use('webgpu')).rejects.toMatchObject({ code: 'backend' });
  expect((await engine.ready()).name).toBe('cpu');
  await engine.use('wasm');
  await engine.unload(model);
});

it('a small computation takes the back end that starts soonest, a network’s pass the fastest', async () => {
  const { client: engine, workers } = client();
  const chosen = () =>
    workers.all.map(({ engine: inside }) => vi.mocked(inside!.use).mock.calls.flat());
  await engine.backends();
  vi.spyOn(workers.all[0].engine!, 'use');
  expect(await engine.readCounts({ size: [2, 2], kernel: 1, stride: 1 })).toEqual(
    new Float32Array([1, 1, 1, 1]),
  );
  expect((await engine.soonest()).name).toBe('wasm');
  expect(chosen()).toEqual([['wasm']]);
  const { model } = await load(engine);
  await engine.run(model, input);
  expect(chosen()).toEqual([['wasm', 'auto']]);
  // What was chosen for the network does for the small ones, too.
  await engine.readCounts({ size: [2, 2], kernel: 1, stride: 1 });
  expect(chosen()).toEqual([['wasm', 'auto']]);
  // Another worker: the network's choice was kept, and would have been none before there was one.
  engine.stop();
  await engine.backends();
  vi.spyOn(workers.all[1].engine!, 'use');
  await engine.run(model, input);
  expect(chosen()[1]).toEqual(['wasm']);
});
