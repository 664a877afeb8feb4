// Which layout a drawing takes in a frame that somebody else has made. tests/browser/embed.spec.ts measures the page.
import { describe, expect, it } from 'vitest';
import { layoutFor } from '#components/figure/fit.ts';
import { LEAST } from '#lib/figures/index.ts';
import { allCases } from '../figures/harness.ts';

/** What a frame leaves beside margins and controls. */
const roomOf = (width: number, height: number) => ({ width: width - 12, height: height - 52 });
const cases = await allCases();

/** Its least letters as they are seen, px. */
function seen({ figure, values }: (typeof cases)[number], width: number, height: number): number {
  const room = roomOf(width, height);
  const layout = layoutFor(figure, values, room, 'wide');
  const size = figure.size(values, { layout });
  return LEAST[layout] * Math.min(room.width / size.width, room.height / size.height);
}

describe('a drawing in a small frame', () => {
  it.each([
    // Of 400 px the projector layout's 832 leave no more; the other layouts would have 4 to 6 px.
    [400, 300, 7.4],
    [640, 360, 9],
  ])('of %i x %i keeps its letters readable by showing less', (width, height, least) => {
    const small = cases.filter((one) => seen(one, width, height) < least);
    expect(small.map(({ name }) => name)).toEqual([]);
  });

  it('is the one of the page wherever the frame holds it at its own size', () => {
    for (const { name, figure, values } of cases)
      for (const broad of ['wide', 'projector'] as const) {
        const { width, height } = figure.size(values, { layout: broad });
        const taken = [1, 1.2, 1.65, 3].map((scale) =>
          layoutFor(figure, values, { width: width * scale, height: height * scale }, broad),
        );
        expect(taken, name).toEqual([broad, broad, broad, broad]);
      }
  });

  it('shows all where there is room, and what suits the theme', () => {
    for (const { figure, values } of cases) {
      expect(layoutFor(figure, values, roomOf(1280, 720), 'wide')).not.toBe('projector');
      expect(layoutFor(figure, values, roomOf(1280, 720), 'projector')).not.toBe('wide');
      expect(layoutFor(figure, values, { width: 0, height: 0 }, 'wide')).toBe('wide');
    }
  });
});
