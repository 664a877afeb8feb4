import { describe, expect, it } from 'vitest';
import { choose, type Looked, outcomeOf } from '#commands/gallery/choose.ts';
import { greys, KINDS } from '#commands/gallery/kinds.ts';
import gallery from '#content/results/measured/gallery.json';
import { generateScene } from '#lib/scenes/index.ts';

const looked = (leads: readonly number[]): Looked[] =>
  leads.map((lead, seed) => ({ seed, objects: 9, spd: 4 + lead, rival: 4 }));

describe('the pieces that are shown', () => {
  const kinds = [
    { name: 'a', scenes: looked([1, 1, 2, 3, -1]) },
    { name: 'b', scenes: looked([0, 0, 0, 1, -1]) },
    { name: 'c', scenes: looked([-1, -2, -5, 0, 1]) },
  ];

  it('are one a kind, and have each outcome as often as it occurs', () => {
    const chosen = choose(kinds);
    expect(chosen.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(chosen.map(({ outcome }) => outcome)).toEqual(['spd', 'level', 'rival']);
  });

  it('are the middle ones of their outcome, neither the closest nor the most flattering', () => {
    const [a, , c] = choose(kinds);
    expect(a.piece.spd - a.piece.rival).toBe(2);
    expect(c.piece.spd - c.piece.rival).toBe(-2);
  });
});

describe('the gallery’s file', () => {
  it('counts what its kinds count, and shows the outcomes in that proportion', () => {
    const { counts, scenes, pieces, kinds } = gallery;
    for (const outcome of ['spd', 'level', 'rival'] as const) {
      expect(kinds.reduce((sum, kind) => sum + kind[outcome], 0)).toBe(counts[outcome]);
      const shown = pieces.filter((piece) => piece.outcome === outcome).length;
      expect(Math.abs(shown - (pieces.length * counts[outcome]) / scenes)).toBeLessThan(1);
    }
    expect(counts.spd + counts.level + counts.rival).toBe(scenes);
  });

  it('has scenes that belong to their kind and have the objects that it says', () => {
    for (const { kind, seed, settings, objects, ...piece } of gallery.pieces) {
      const scene = generateScene({ ...settings, seed });
      expect(KINDS.find(({ name }) => name === kind)!.belongs(scene), kind).toBe(true);
      expect(scene.objects).toHaveLength(objects);
      expect(outcomeOf(piece)).toBe(piece.outcome);
    }
  });
});

it('the greys of an object and of its ground are the means of their pixels', () => {
  const pixels = new Uint8ClampedArray(20 * 20 * 3).fill(90);
  for (let y = 8; y < 12; y++)
    for (let x = 5; x < 11; x++) pixels.fill(30, 3 * (20 * y + x), 3 * (20 * y + x) + 3);
  const object = { classIndex: 0, x: 5, y: 8, width: 6, height: 4, length: 6, angle: 0 };
  expect(greys({ width: 20, height: 20, pixels, objects: [object] }, object)).toEqual({
    inside: 30,
    around: 90,
  });
});
