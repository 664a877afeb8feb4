import { beforeAll, describe, expect, it } from 'vitest';
import { readArchitectures } from '#commands/architectures.ts';
import { syntheticWeights, type WeightedLayer } from '#lib/engine/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import type { Wiring } from '#lib/figures/footprint/model.ts';
import {
  folded,
  randomStack,
  roomFor,
  summary,
  trainedStack,
  windowsOf,
} from '#lib/figures/footprint/stacks.ts';
import { buildGraph } from '#lib/model/index.ts';
import { fieldOf, interiorPathsOf } from '#lib/spd/index.ts';

const engine = createNodeEngine();
beforeAll(() => engine.use('wasm'));

const plain: Wiring = { halvings: 2, kernel: 3, after: 'spd-3' };

async function footprintOf(layers: WeightedLayer[], outputs: number) {
  const windows = windowsOf(layers);
  const { size, at } = roomFor(windows);
  const { jump } = fieldOf(windows);
  const { absolute, square } = await engine.footprint(size, layers, at, outputs);
  return { absolute: folded(absolute, size, jump), square: folded(square, size, jump), jump };
}

describe('the footprint as the engine has it', () => {
  it('with weights of one is the path count, and no padding is read', async () => {
    for (const [side, after, kernel] of [
      ['strided', 'spd-3', 3],
      ['strided', 'spd-3', 4],
      ['spd', 'spd-3', 3],
      ['spd', 'published', 3],
    ] as const) {
      const layers = randomStack(side, { ...plain, after, kernel }, 1).map((layer) => ({
        ...layer,
        // One channel counts the paths; the others would count them again.
        weights: layer.weights.map((_, i) => Number(i % layer.outputs === 0)),
      }));
      const paths = interiorPathsOf(windowsOf(layers));
      const { absolute, jump } = await footprintOf(layers, 1);
      // Three input channels, each with as many paths.
      paths.forEach((row, y) => {
        paths.forEach((column, x) => {
          expect(absolute[y * jump + x]).toBeCloseTo(3 * row * column, 3);
        });
      });
    }
  });

  it('with random weights: the squares go as the paths, and the fields of both stacks stay apart', async () => {
    const phases = [0, 0, 0, 0];
    for (let seed = 1; seed <= 6; seed++) {
      const { square, jump } = await footprintOf(
        randomStack('strided', { ...plain, halvings: 1 }, seed),
        8,
      );
      summary(square, jump).phases.forEach((v, i) => {
        phases[i] += v / 6;
      });
    }
    for (const [i, expected] of [4 / 9, 8 / 9, 8 / 9, 16 / 9].entries())
      expect(Math.abs(phases[i] - expected)).toBeLessThan(0.2);
  });

  it('reads the halvings of both pico detectors as one chain', async () => {
    const catalogue = readArchitectures();
    for (const [side, name] of [
      ['strided', 'yolov5p'],
      ['spd', 'yolov5p-spd'],
    ] as const) {
      const weights = syntheticWeights(buildGraph(catalogue.get(name)));
      const layers = trainedStack(side, weights, 3);
      expect(fieldOf(windowsOf(layers)).jump).toBe(8);
      const { absolute, jump } = await footprintOf(layers, 4);
      expect(absolute).toHaveLength(jump * jump);
      expect(Math.min(...absolute)).toBeGreaterThan(0);
      expect(() => trainedStack(side, new Map(), 1)).toThrow('have no tensor model.0');
    }
  });
});
