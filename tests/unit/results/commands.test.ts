import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBoxed, shardOf } from '#commands/boxed.ts';
import { classify, readPictures } from '#commands/classifier.ts';
import { finishedRuns, loadDetector, titleOf, weightsIn } from '#commands/detector.ts';
import { evaluate, evaluateOn, TEST_COUNT } from '#commands/evaluate.ts';
import { weightsFile } from '#commands/fixtures.ts';
import { shiftMeasures, shiftRows } from '#commands/shift.ts';
import { conditionOf, judge, SWEEP } from '#commands/sweep.ts';
import { spread } from '#lib/classify/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { sha256 } from '#lib/engine/sha256.ts';
import { buildGraph } from '#lib/model/index.ts';
import { writeSafetensors } from '#lib/safetensors/index.ts';
import { CLASSES, generateScene, movingObject, truthAt, windowAt } from '#lib/scenes/index.ts';
import { catalogue } from '../model/architectures.ts';

/** A finished run of a detector that was never trained: its weights are made from their names. */
const folder = mkdtempSync(join(tmpdir(), 'runs-'));
const run = join(folder, 'tiny', 'yolov5p-7');
const engine = createNodeEngine();
beforeAll(async () => {
  await engine.use('wasm');
  mkdirSync(run, { recursive: true });
  mkdirSync(join(folder, 'tiny', 'yolov5p-8'));
  const bytes = weightsFile(buildGraph(catalogue.get('yolov5p')));
  const card = {
    name: 'yolov5p',
    architecture: 'yolov5p',
    classes: CLASSES,
    inputSize: 128,
    sha256: await sha256(bytes),
    seeds: { training: 7 },
    AP: 1.5,
  };
  writeFileSync(join(run, 'yolov5p.safetensors'), new Uint8Array(bytes));
  writeFileSync(join(run, 'result.json'), JSON.stringify(card));
  copyFileSync(join(run, 'result.json'), join(run, 'yolov5p.json'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('trained weights of a folder', () => {
  it('are the finished runs of a plan, or files with their cards', () => {
    const [found, ...others] = finishedRuns(join(folder, 'tiny'));
    expect([found.plan, found.card.seeds.training, others.length]).toEqual(['tiny', 7, 0]);
    expect(weightsIn(run).map(({ plan, card }) => [plan, card.name])).toEqual([
      ['shipped', 'yolov5p'],
    ]);
  });

  it('of a data set are judged on its packed pictures, where they are at hand', {
    timeout: 60_000,
  }, async () => {
    const [trained] = weightsIn(run);
    const real = {
      ...trained,
      plan: 'set',
      card: { ...trained.card, data: { test: { split: 'val' } } },
    };
    const path = shardOf(folder, real);
    expect(readBoxed(path)).toBeUndefined();
    mkdirSync(join(folder, 'set', 'val'), { recursive: true });
    const scenes = [1, 2].map((seed) => generateScene({ seed }));
    const objects = scenes.flatMap((scene) =>
      scene.objects.map((o) => [o.classIndex, o.x, o.y, o.width, o.height]),
    );
    const first = scenes[0].objects.length;
    writeFileSync(
      path,
      writeSafetensors({
        images: {
          dtype: 'U8',
          shape: [2, 128, 128, 3],
          data: Uint8Array.from(scenes.flatMap(({ pixels }) => [...pixels])),
        },
        objects: {
          dtype: 'F32',
          shape: [objects.length, 5],
          data: Float32Array.from(objects.flat()),
        },
        offsets: { dtype: 'I32', shape: [3], data: Int32Array.of(0, first, objects.length) },
      }),
    );
    const pictures = readBoxed(path)!;
    expect(pictures.map(({ objects: found }) => found.length)).toEqual(
      scenes.map((scene) => scene.objects.length),
    );
    const { classIndex, x } = scenes[1].objects[0];
    expect(pictures[1].objects[0]).toMatchObject({ classIndex, x: Math.fround(x) });
    expect(Array.from(pictures[1].pixels)).toEqual([...scenes[1].pixels]);
    const row = await evaluateOn(engine, real, pictures);
    expect(row).toMatchObject({ data: '2 pictures of set', card: 1.5 });
  });

  it('are judged on the held-out scenes, against their card', { timeout: 60_000 }, async () => {
    const row = await evaluate(engine, weightsIn(run)[0], 2);
    expect(row).toMatchObject({ name: 'yolov5p', card: 1.5, data: '2 scenes from seed 2,000,000' });
    expect(row.AP).toBeGreaterThanOrEqual(0);
  });

  it('reach in this engine what their card says', { timeout: 120_000 }, async () => {
    const strided = weightsIn('site/public/weights').find((one) => titleOf(one) === 'yolov5p')!;
    const { AP, card } = await evaluate(engine, strided, TEST_COUNT);
    expect(Math.abs(AP! - card!)).toBeLessThan(0.5);
  });

  it('read several pictures at once as one after the other', { timeout: 60_000 }, async () => {
    const detector = await loadDetector(engine, weightsIn(run)[0], 32);
    const [a, b] = [1, 2].map((seed) => generateScene({ seed, resolution: 32 }).pixels);
    const both = await detector.candidates([...a, ...b]);
    const [alone] = await detector.candidates(b);
    expect(both.length).toBe(2);
    expect(both[1].length).toBe(alone.length);
    expect(both[1][0].score).toBeCloseTo(alone[0].score, 5);
    await detector.unload();
  });
});

describe('classifiers', () => {
  it('are judged on pictures spread evenly, in one order with training/', () => {
    expect(spread(10, 4)).toEqual([0, 3, 6, 9]);
    expect(spread(3, 5)).toEqual([0, 1, 2]);
    expect(spread(10_000, 2000).slice(0, 4)).toEqual([0, 5, 10, 15]);
    expect(readPictures('/nowhere')).toBeUndefined();
  });

  it('give the top-1 of their logits, at the width of the card', { timeout: 60_000 }, async () => {
    const architecture = { ...catalogue.get('resnet18-equal-maps'), widthMultiple: 0.125 };
    const graph = buildGraph(architecture, { size: 32, classes: 3 });
    const bytes = weightsFile(graph);
    const path = join(folder, 'classifier.safetensors');
    writeFileSync(path, new Uint8Array(bytes));
    const pixels = new Uint8Array(4 * 32 * 32 * 3).map((_, i) => (i * 2654435761) >>> 24);
    const { model } = await engine.load({ architecture: graph }, bytes.slice(0));
    const { outputs } = await engine.run(
      model,
      Float32Array.from(pixels, (v) => v / 255),
    );
    await engine.unload(model);
    const best = [0, 1, 2, 3].map((i) => {
      const logits = [...outputs[0].data.subarray(3 * i, 3 * i + 3)];
      return logits.indexOf(Math.max(...logits));
    });
    const card = {
      ...weightsIn(run)[0].card,
      name: 'small',
      architecture: 'resnet18-equal-maps',
      classes: ['a', 'b', 'c'],
      sha256: await sha256(bytes),
      widthMultiple: 0.125,
      check: { pictures: 4, top1: 75 },
    };
    const labels = [best[0], best[1], best[2], (best[3] + 1) % 3];
    const row = await classify(
      engine,
      { plan: 'shipped', card, path },
      { pixels, labels, side: 32 },
    );
    expect(row).toEqual({ name: 'small', data: '4 test pictures', top1: 75, card: 75 });
  });
});

describe('sweeps', () => {
  it('move one parameter within its limits', { timeout: 60_000 }, () => {
    expect(conditionOf('size', 6)).toEqual({ sizeMin: 6, sizeMax: 6 });
    for (const [parameter, values] of Object.entries(SWEEP)) {
      expect(values).toEqual([...values].sort((a, b) => a - b));
      for (const value of values)
        expect(() =>
          generateScene({ ...conditionOf(parameter, value), seed: 1, count: 0 }),
        ).not.toThrow();
    }
    expect(SWEEP.resolution.every((side) => side % 32 === 0)).toBe(true);
  });

  it('judge a detector on pictures of any size', { timeout: 60_000 }, async () => {
    const scenes = [generateScene({ ...conditionOf('resolution', 64), seed: 1 })];
    const { AP, AP50 } = await judge(engine, weightsIn(run)[0], scenes);
    expect(AP).toBeGreaterThanOrEqual(0);
    expect(AP50).toBeGreaterThanOrEqual(AP ?? 0);
  });
});

describe('an object that moves', () => {
  const first = () => {
    for (let seed = 1; seed < 100; seed++) {
      const moving = movingObject(seed);
      if (moving) return moving;
    }
    throw new Error('no scene with one object in a hundred seeds');
  };

  it('moves by exact pixels every second time, and its box with it', () => {
    const moving = first();
    const [a, b] = [windowAt(moving, 0), windowAt(moving, 2)];
    for (let y = 0; y < 96; y += 7) {
      const row = 3 * 96 * y;
      expect(b.subarray(row, row + 3 * 95)).toEqual(a.subarray(row + 3, row + 3 * 96));
    }
    const boxes = [0, 1, 2, 15].map((move) => truthAt(moving, move));
    expect(boxes.map(({ x }) => boxes[0].x - x)).toEqual([0, 0.5, 1, 7.5]);
    expect(boxes.every(({ x, width }) => x >= 3 && x + width <= 93)).toBe(true);
  });

  it('is summed up by hand', () => {
    const measures = shiftMeasures([
      [0.5, 0.1, 0.5, 0.1],
      [0.8, 0.8, 0.8, 0.8],
    ]);
    expect(measures).toEqual({
      deviation: 0.1,
      range: 0.2,
      lost: 50,
      found: 75,
      oddEven: 0.2,
      objects: 2,
    });
  });

  it('gives two rows a detector', { timeout: 60_000 }, async () => {
    const [whole, half] = await shiftRows(engine, weightsIn(run)[0], [first()]);
    expect([whole.move, half.move, whole.seed]).toEqual(['one pixel', 'half a pixel', 7]);
    expect(whole.objects).toBe(1);
    expect(half.range as number).toBeGreaterThanOrEqual(whole.range as number);
  });
});
