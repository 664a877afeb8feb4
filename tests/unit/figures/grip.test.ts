import { describe, expect, it } from 'vitest';
import { anchors as words } from '#content/words/en/figures/anchors.ts';
import { grip } from '#lib/figures/anchors/grip.ts';
import { anchors } from '#lib/figures/anchors/index.ts';
import { layout } from '#lib/figures/anchors/layout.ts';
import { SIDE } from '#lib/figures/anchors/model.ts';
import { defaults } from '#lib/parameters/index.ts';
import { layouts } from './harness.ts';

const params = { ...defaults(anchors(words).parameters), x: 40, y: 50, width: 20, height: 10 };

describe.each(layouts)('the object of the anchors, %o', (context) => {
  const { panels } = layout(context);
  const scale = panels[0].side / SIDE;
  for (const panel of panels) {
    const at = (px: number, py: number) => [panel.x + px * scale, panel.y + py * scale] as const;

    it(`is moved by its middle, within bounds (panel at ${panel.x}, ${panel.y})`, () => {
      const hold = grip(params, context, ...at(40, 50));
      expect(hold?.(...at(47, 41))).toEqual({ x: 47, y: 41 });
      expect(hold?.(...at(400, -90))).toEqual({ x: 126, y: 2 });
    });

    const first = panel === panels[0];
    it(`${first ? 'is made larger about its middle by its handle' : 'has a handle in the first panel alone'} (panel at ${panel.x}, ${panel.y})`, () => {
      const [x, y] = at(50, 55).map((v) => v + 14);
      const hold = grip(params, context, x, y);
      expect(hold?.(x + 3 * scale, y - 2 * scale)).toEqual(
        first ? { width: 26, height: 6 } : undefined,
      );
      expect(hold?.(x - 90 * scale, y + 90 * scale)).toEqual(
        first ? { width: 2, height: 64 } : undefined,
      );
    });

    it(`is not taken hold of elsewhere (panel at ${panel.x}, ${panel.y})`, () => {
      expect(grip(params, context, ...at(100, 100))).toBeUndefined();
    });
  }
});
