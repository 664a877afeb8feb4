// The bet on two scenes: what its file says of them comes out of the shipped weights again.
import { describe, expect, it } from 'vitest';
import { fallOf, scoresOf } from '#commands/one-pixel.ts';
import { missed, onePixel, pair, pictureOf } from '#components/kit/one-pixel.ts';
import { outcomeOf } from '#lib/detection/index.ts';
import { movingObject, windowAt } from '#lib/scenes/index.ts';

describe('the car that is lost by one pixel', () => {
  const moving = movingObject(onePixel.seed)!;

  it.each([
    ['strided', 'yolov5p'],
    ['spd', 'yolov5p-spd'],
  ] as const)(
    '%s: the shipped weights score it as recorded',
    { timeout: 60_000 },
    async (who, name) => {
      const [track] = await scoresOf(name, [moving]);
      for (const place of pair) expect(track[place.move / 2]).toBeCloseTo(place[who], 3);
      if (who === 'strided') expect(2 * fallOf(track).pixel).toBe(pair[0].move);
    },
  );

  it('is missed in the first scene, found in the second, and by SPD in both', () => {
    expect(missed).toBe(0);
    expect(pair[0].strided).toBe(0);
    expect(pair[1].strided).toBeGreaterThan(onePixel.threshold);
    for (const { spd } of pair) expect(spd).toBeGreaterThan(onePixel.threshold);
    expect(onePixel.fallen).toBeLessThan(onePixel.cars / 10);
  });

  it('is drawn as it was judged: the box of each score, and none where none fits', () => {
    for (const place of pair)
      for (const who of ['strided', 'spd'] as const) {
        const { best } = place.looks[who];
        expect(best?.score ?? 0).toBeCloseTo(place[who], 3);
        if (!best) continue;
        const [x, y] = best.box;
        expect(Math.hypot(x - place.truth[0], y - place.truth[1])).toBeLessThan(3);
      }
    expect(pair[0].truth[0] - pair[1].truth[0]).toBeCloseTo(1);
  });

  it('is reported in the first scene all the same, by a box that lies a pixel too far to the right', () => {
    const { truth, looks } = pair[0];
    const said = outcomeOf(looks.strided, truth, onePixel.threshold);
    expect(said.outcome).toBe('misplaced');
    expect(looks.strided.others[0]).toEqual(said.box);
    expect(said.box!.box[0] - truth[0]).toBeGreaterThan(0.7);
    expect(said.box!.box[0] - truth[0]).toBeLessThan(1.4);
  });

  it('stands one pixel further left in the second, the scene being the same', () => {
    const [first, second] = pair.map(({ move }) => pictureOf(move));
    const { side } = first;
    for (let y = 0; y < side; y++)
      for (let i = 3; i < 3 * side; i++)
        expect(second.pixels[3 * side * y + i - 3]).toBe(first.pixels[3 * side * y + i]);
    expect(Math.round(windowAt(moving, pair[0].move)[0])).toBe(first.pixels[0]);
  });

  it('a fall counts only where a car is found on one side and lost on the other', () => {
    expect(fallOf([0.9, 0.5, 0.3])).toEqual({ pixel: 0, fall: 0 });
    expect(fallOf([0.3, 0.2, 0.9])).toEqual({ pixel: 1, fall: 0.7 });
  });
});
