// The hues are D3's, without D3: compared with it here.
import { hcl, rgb } from 'd3-color';
import { interpolateLab, interpolateRgb, interpolateRgbBasis } from 'd3-interpolate';
import { describe, expect, it } from 'vitest';
import { phaseColour, readsColour } from '../../../lib/figures/kit/hues.ts';
import { colour } from '../../../lib/figures/kit/palette.ts';
import { blend, hexOf, rgbOf } from '../../../lib/figures/kit/rgb.ts';

const corners = { a: '#0072b2', b: '#e69f00', c: '#009e73', d: '#cc79a7' };

function mixed(block: number, dy: number, dx: number): string {
  const [v, h] = block === 1 ? [0, 0] : [dy / (block - 1), dx / (block - 1)];
  const left = interpolateLab(corners.a, corners.b)(v);
  const right = interpolateLab(corners.c, corners.d)(v);
  const hue = hcl(interpolateLab(left, right)(h));
  if (block > 2) hue.c = Math.max(hue.c, 42);
  return rgb(hue).formatHex();
}

describe('hues', () => {
  it('are the four corners mixed in CIELAB, for every phase of blocks of 1 to 5', () => {
    for (let block = 1; block <= 5; block++)
      for (let dy = 0; dy < block; dy++)
        for (let dx = 0; dx < block; dx++)
          expect(phaseColour(block, dy, dx), `${block}: ${dy}, ${dx}`).toBe(mixed(block, dy, dx));
  });

  it('are refused where there is no such phase', () => {
    for (const [block, dy, dx] of [
      [2, 0, 2],
      [2, 2, 0],
      [6, 0, 0],
      [0, 0, 0],
    ])
      expect(() => phaseColour(block, dy, dx)).toThrow(RangeError);
  });

  it('of read counts follow the spline through yellow, green and blue', () => {
    const ramp = interpolateRgbBasis(
      '#ffffd9 #edf8b1 #c7e9b4 #7fcdbb #41b6c4 #1d91c0 #225ea8 #253494 #081d58'.split(' '),
    );
    for (let count = 0.05; count <= 9; count += 0.05) {
      const u = 0.04 + 0.88 * (count / 9);
      expect(readsColour(count, 9), `${count} of 9`).toBe(rgb(ramp(u)).formatHex());
    }
    expect(readsColour(3, 2)).toBe(rgb(ramp(0.04 + 0.88 * 0.75)).formatHex());
    expect(readsColour(12, 9)).toBe(readsColour(9, 9));
    expect(readsColour(0, 9)).toBe(colour.panel);
  });

  it('are mixed channel by channel, rounded and kept within bounds', () => {
    for (const u of [0, 0.25, 0.37, 0.5, 1])
      expect(blend('#102030', '#f0a005', u)).toBe(
        rgb(interpolateRgb('#102030', '#f0a005')(u)).formatHex(),
      );
    expect(rgbOf('#0a80ff')).toEqual([10, 128, 255]);
    expect(hexOf(-3, 127.5, 300)).toBe('#0080ff');
  });
});
