import { beforeAll, describe, expect, it } from 'vitest';
import { load, weightsIn } from '#commands/detector.ts';
import {
  candidatesOf,
  lengths,
  scoreSeeds,
  shareInside,
  standingOut,
  surest,
} from '#lib/analysis/index.ts';
import { answerAt } from '#lib/detection/index.ts';
import { type Detector, filled } from '#lib/detector/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { generateScene } from '#lib/scenes/index.ts';

const engine = createNodeEngine();
const scene = generateScene({ seed: 3 });
let detector: Detector;
beforeAll(async () => {
  await engine.use('wasm');
  detector = await load(
    engine,
    weightsIn('site/public/weights').find(({ card }) => card.name === 'yolov5p-spd')!,
  );
});

describe('the gradient of a box’s score', () => {
  it('is the slope of the score when the picture moves along it', async () => {
    const input = filled(scene);
    const levelsOf = async (data: Float32Array) =>
      detector.levels((await detector.run({ ...input, data })).outputs);
    const levels = await levelsOf(input.data);
    const box = surest(candidatesOf(levels, scene.objects[0], 0.05))!;
    const gradient = await detector.gradient(input, scoreSeeds(levels, box));
    const square = gradient.reduce((sum, value) => sum + value * value, 0);
    const score = async (step: number) => {
      const moved = input.data.map((value, i) => value + (step * gradient[i]) / Math.sqrt(square));
      const { objectness, classes } = answerAt(await levelsOf(moved), box.place);
      return objectness * classes[box.classIndex];
    };
    const step = 0.01;
    const slope = ((await score(step)) - (await score(-step))) / (2 * step);
    expect(slope / Math.sqrt(square)).toBeGreaterThan(0.97);
    expect(slope / Math.sqrt(square)).toBeLessThan(1.03);
    // What the detector looks at lies about the box, not anywhere.
    const map = lengths(gradient);
    const around = { x: box.x - 12, y: box.y - 12, width: box.width + 24, height: box.height + 24 };
    const part = ((box.width + 24) * (box.height + 24)) / map.length;
    expect(shareInside(map, input.width, around)).toBeGreaterThan(2 * part);
  });

  it('has a length for every pixel, and a share inside a box', () => {
    expect([...lengths(Float32Array.of(3, 4, 0, 0, 0, -2))]).toEqual([5, 2]);
    const map = Float32Array.of(1, 2, 3, 4);
    expect(shareInside(map, 2, { x: 1, y: 0, width: 1, height: 2 })).toBeCloseTo(0.6);
    expect(shareInside(map, 2, { x: 0.5, y: 1.2, width: 0.2, height: 0.2 })).toBeCloseTo(0.3);
    expect(shareInside(new Float32Array(4), 2, { x: 0, y: 0, width: 2, height: 2 })).toBe(0);
  });
});

it('the channels that stand out at a place come first', () => {
  const [height, width, channels] = [4, 4, 3];
  const data = new Float32Array(height * width * channels);
  // Channel 1 speaks at the place alone, channel 2 everywhere but little more there, channel 0 is silent.
  for (let i = 0; i < height * width; i++) data[i * channels + 2] = i % 2;
  data[(2 * width + 3) * channels + 1] = 5;
  const map = { data, height, width, channels, stride: 8 };
  expect(standingOut(map, { x: 25, y: 17, width: 5, height: 5 })).toEqual([1, 2, 0]);
  expect(standingOut(map, { x: 40, y: 40, width: 5, height: 5 })[0]).toBe(2);
});
