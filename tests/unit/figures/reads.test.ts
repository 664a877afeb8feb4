import { describe, expect, it } from 'vitest';
import { reads as words } from '#content/words/en/figures/reads.ts';
import { phaseColour } from '#lib/figures/kit/hues.ts';
import { rgbOf } from '#lib/figures/kit/rgb.ts';
import { reads as inWords } from '#lib/figures/reads/index.ts';
import { constrain, modelOf } from '#lib/figures/reads/model.ts';
import { countsAfter, describe as say } from '#lib/figures/reads/walk.ts';
import { defaults } from '#lib/parameters/index.ts';
import { outerCounts, readCounts2d } from '#lib/spd/index.ts';
import { emptySvg } from './harness.ts';

const reads = inWords(words);

const plain = defaults(reads.parameters);

/** The numbers written in the input's cells. */
function numbersShown(params: typeof plain, t: number): number[] {
  const svg = emptySvg();
  reads.draw(svg, params, t, { layout: 'wide' });
  return [...svg.querySelectorAll('[data-layer=numbers] text')].map((text) =>
    Number(text.textContent),
  );
}

describe('who reads each pixel', () => {
  it('ends with the read counts of lib/spd in the pixels', () => {
    for (const preset of reads.presets ?? []) {
      const params = { ...plain, ...preset.values };
      const model = modelOf(params);
      expect(numbersShown(params, 1)).toEqual([...outerCounts(model.reads, model.reads)]);
      expect(countsAfter(model, model.placed.outputs ** 2)).toEqual(
        outerCounts(model.reads, model.reads),
      );
    }
    const strided = { kernel: 3, stride: 2, padding: 1 };
    expect(numbersShown(plain, 1)).toEqual([...readCounts2d(8, 8, strided)]);
  });

  it('fills a phone from side to side and leaves its text more than half of the screen', () => {
    for (const { values } of reads.presets ?? []) {
      const params = { ...plain, ...values };
      if (params.block > 1 || modelOf(params).pattern.length > 2) continue;
      const svg = emptySvg();
      reads.draw(svg, params, 1, { layout: 'narrow' });
      const [, , width, height] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
      expect(height / width).toBeLessThan(1.12);
      const ends = [...svg.querySelectorAll('[data-layer=output] rect')].map(
        (box) => Number(box.getAttribute('x')) + Number(box.getAttribute('width')),
      );
      expect(Math.max(...ends)).toBeGreaterThan(0.9 * width);
    }
  });

  it('begins with no reads, then nine cells of the first window less its padding', () => {
    expect(numbersShown(plain, 0).every((n) => n === 0)).toBe(true);
    const [first] = reads.stops(plain);
    expect(first.label).toBe('first placement');
    expect(numbersShown(plain, first.t).reduce((a, b) => a + b)).toBe(4);
    expect(numbersShown({ ...plain, padding: '0' }, first.t).reduce((a, b) => a + b)).toBe(9);
  });

  it('says which counts come out and why', () => {
    expect(say(words, plain, 1)).toContain('read 1, 2 or 4 times, depending on row and column.');
    expect(say(words, { ...plain, block: 2, stride: 1, padding: '1' }, 1)).toContain(
      'every pixel is read 9 times',
    );
    expect(say(words, { ...plain, kernel: 1, padding: '0' }, 1)).toContain('read 0 or 1 times');
    expect(say(words, { ...plain, stride: 3, padding: '0', size: 9 }, 1)).toContain(
      'every pixel is read once',
    );
  });

  it('brings settings into agreement and says so', () => {
    const { values, errors } = constrain(words, { ...plain, block: 3, size: 8 });
    expect([values.size, values.stride]).toEqual([9, 1]);
    expect(errors).toEqual([
      'After space-to-depth the convolution has no stride, not 2: stride 1 is shown.',
      'Block size 3 does not divide the size 8: size 9 is shown.',
    ]);
    const tight = constrain(words, { ...plain, size: 4, kernel: 7, padding: '0', dilation: 3 });
    expect([tight.values.kernel, tight.values.dilation]).toEqual([4, 1]);
  });

  it('links a pixel to the outputs that read it', async () => {
    const cells = await reads.cells?.();
    expect(cells?.linked(plain, 'x:1:1')).toEqual(['y:0:0', 'y:0:1', 'y:1:0', 'y:1:1']);
    expect(cells?.linked(plain, 'x:0:0')).toEqual(['y:0:0']);
    expect(cells?.describe(plain, 'x:1:1')).toBe('Pixel in row 1, column 1: read 4 times.');
  });

  it.each(['wide', 'narrow', 'projector'] as const)(
    'gives each count of the pattern the letter and the hue of its phase, to be read on it, %s',
    (layout) => {
      const patterns = [{ stride: 2 }, { stride: 1, block: 2 }, { stride: 1 }];
      for (const [i, values] of patterns.entries()) {
        const svg = emptySvg();
        reads.draw(svg, { ...plain, ...values }, 1, { layout });
        const texts = [...svg.querySelectorAll('[data-layer=products] text')].filter((text) =>
          /[A-Z]/.test(text.textContent ?? ''),
        );
        expect(texts.map(({ textContent }) => textContent)).toEqual(i < 2 ? [...'ACBD'] : []);
        const boxes = [...svg.querySelectorAll('[data-layer=pattern] rect')];
        for (const text of texts) {
          const [x, y] = ['x', 'y'].map((name) => Number(text.getAttribute(name)));
          const under = boxes.filter((box) => {
            const [left, top, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
              Number(box.getAttribute(name)),
            );
            return x > left && x < left + width && y > top && y <= top + height;
          });
          const hue = under.at(-1)!.getAttribute('fill')!;
          const letter = text.textContent!.charCodeAt(0) - 65;
          expect(hue).toBe(phaseColour(2, letter % 2, letter >> 1));
          expect(contrast(text.getAttribute('fill')!, hue)).toBeGreaterThan(4.5);
        }
      }
    },
  );
});

/** As WCAG defines it. */
function contrast(a: string, b: string): number {
  const [dark, light] = [a, b].map(luminance).sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hue: string): number {
  const [r, g, b] = rgbOf(hue).map((v) =>
    v / 255 <= 0.04045 ? v / 3294.6 : ((v / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
