import { expect, it } from 'vitest';
import { Detector, type Runner } from '#lib/detector/index.ts';
import { parseArchitecture } from '#lib/model/architecture.ts';
import { SMALL } from '../engine/models.ts';

/** A runner whose first pass of a size makes the network ready, as the engine's does. */
function coldRunner() {
  const sizes = new Set<string>();
  let passes = 0;
  const nobody = () => Promise.reject(new Error('nobody runs here'));
  const runner: Runner = {
    load: async () => ({ model: 1, levels: [] as unknown[] }) as never,
    run: async (_, __, { size } = {}) => {
      const first = !sizes.has(String(size));
      sizes.add(String(size));
      passes++;
      return { outputs: [], first, milliseconds: first ? 900 : 7, backend: 'wasm' };
    },
    activations: nobody,
    gradient: nobody,
    unload: async () => {},
  };
  return { runner, passes: () => passes };
}

const input = (side: number) => ({
  data: new Float32Array(side * side * 3),
  height: side,
  width: side,
});

it('a time that is to be shown is that of a network that was ready, whatever the size', async () => {
  const { runner, passes } = coldRunner();
  const request = { architecture: parseArchitecture(SMALL), source: { kind: 'random' } } as const;
  const detector = await Detector.load(runner, request);
  // Who asks for no time waits for one pass only.
  expect(await detector.run(input(8))).toMatchObject({ first: true, milliseconds: 900 });
  for (const side of [8, 16, 16, 32])
    expect(await detector.run(input(side), { warm: true })).toMatchObject({
      first: false,
      milliseconds: 7,
    });
  expect(passes()).toBe(1 + 1 + 2 + 1 + 2);
});
