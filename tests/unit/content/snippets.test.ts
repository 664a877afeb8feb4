import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { has, numbers as numbersOf, output } from './programs.ts';

// The programs printed in the chapters run as they stand and print what the text says.

function snippet(chapter: string, language: 'js' | 'python'): string {
  const text = readFileSync(`content/chapters/${chapter}.mdx`, 'utf8');
  const found = text.match(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``));
  if (!found) throw new Error(`${chapter} has no ${language} block`);
  return found[1];
}

/** The numbers that the program prints. */
const numbers = async (file: string, code: string) => numbersOf(await output(file, code));

const row = (odd: number) => [1, 2, 1, 2, 1, 2, 1, 1].map((n) => n * odd);
const corner = [0, 4, 1, 5];
// The first settings of the figure of the block.
const block = [1, 4, 4, 32, 18_432];
// 8x8 pixels, 3x3 window, stride 2, padding 1: the last row and column lack their second window.
const reads = [1, 2, 1, 2, 1, 2, 1, 1].flatMap(row);

// A bar at row and column 36: a multiple of 4, not of 8. 32 pixels of it, at last among 32 x 32.
const vanish = [1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0.25, 0.125, 0.03125];
const box = [44, 48.303, 9.2986, 4];

const ranks = [9, 18, 27, 36];

// As styles/code.css sets them: two side by side in small letters, or one in the column of the text.
test('no line of a program is longer than its column', () => {
  const lines = readdirSync('content/chapters').flatMap((file) => {
    const text = readFileSync(`content/chapters/${file}`, 'utf8');
    return [...text.matchAll(/```\w+\n([\s\S]*?)```/g)].flatMap(([, code]) => code.split('\n'));
  });
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => line.length > 63)).toEqual([]);
});

describe('TensorFlow.js', () => {
  test('what-is-lost: the rank of a strided convolution by its channels', async () => {
    expect(await numbers('lost.mjs', snippet('what-is-lost', 'js'))).toEqual(ranks);
  });
  test('why-small-things-vanish: what three ways to halve leave', async () => {
    const code = snippet('why-small-things-vanish', 'js');
    expect(await numbers('vanish.mjs', code)).toEqual(vanish);
  });
  test('reads: the gradient is the read count', async () => {
    expect(await numbers('reads.mjs', snippet('reads', 'js'))).toEqual(reads);
  });
  test('space-to-depth: the corner block, column before row; the block’s shape and weights', async () => {
    const code = snippet('space-to-depth', 'js');
    expect(await numbers('spd.mjs', code)).toEqual([...corner, ...block]);
  });
  test('detectors: four logits become a box', async () => {
    const found = await numbers('box.mjs', snippet('detectors', 'js'));
    found.forEach((value, i) => {
      expect(value).toBeCloseTo(box[i], 3);
    });
    expect(found.length).toBe(4);
  });
  test('focus: the 6x6 kernel puts out the same numbers', async () => {
    expect(await numbers('focus.mjs', snippet('focus', 'js'))).toEqual([6, 6, 0]);
  });
  test('yolov5-spd: SPD and a 1x1 are a 2x2 with stride 2', async () => {
    const code = snippet('yolov5-spd', 'js');
    expect(await numbers('yolov5-spd.mjs', code)).toEqual([1, 8, 8, 6, 1]);
  });
  test('resnet-spd: what the shortcut never reads, and layers by name', async () => {
    const code = snippet('resnet-spd', 'js');
    expect(await numbers('resnet-spd.mjs', code)).toEqual([48, 18, 50]);
  });
});

describe.skipIf(!has('torch'))('PyTorch', () => {
  test('what-is-lost: the rank of a strided convolution by its channels', async () => {
    expect(await numbers('lost.py', snippet('what-is-lost', 'python'))).toEqual(ranks);
  });
  test('why-small-things-vanish: what three ways to halve leave', async () => {
    const code = snippet('why-small-things-vanish', 'python');
    expect(await numbers('vanish.py', code)).toEqual(vanish);
  });
  test('reads: the gradient is the read count', async () => {
    const code = snippet('reads', 'python').replace(
      'print(image.grad[0, 0].int())',
      'print(image.grad[0, 0].int().tolist())',
    );
    expect(await numbers('reads.py', code)).toEqual(reads);
  });
  test('space-to-depth: the corner block, column before row; the block’s shape and weights', async () => {
    const code = snippet('space-to-depth', 'python');
    expect(await numbers('spd.py', code)).toEqual([...corner, ...block]);
  });
  test('detectors: four logits become a box', async () => {
    const found = await numbers('box.py', snippet('detectors', 'python'));
    found.forEach((value, i) => {
      expect(value).toBeCloseTo(box[i], 3);
    });
    expect(found.length).toBe(4);
  });
  test('focus: the 6x6 kernel puts out the same numbers', async () => {
    expect(await numbers('focus.py', snippet('focus', 'python'))).toEqual([6, 6, 0]);
  });
  test('yolov5-spd: SPD and a 1x1 are a 2x2 with stride 2', async () => {
    const code = snippet('yolov5-spd', 'python');
    expect(await numbers('yolov5-spd.py', code)).toEqual([1, 6, 8, 8, 1]);
  });
  test('resnet-spd: what the shortcut never reads, and layers by name', async () => {
    const code = snippet('resnet-spd', 'python');
    expect(await numbers('resnet-spd.py', code)).toEqual([48, 18, 50]);
  });
});
