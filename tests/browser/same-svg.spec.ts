// SVG files of figures, drawn by a program that knows less than a browser, against their pages, pixel by pixel. All figures, in
// more programs, are compared by `npm run same-picture`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DRAWERS, pictured } from '#commands/same-picture/all-figures.ts';
import { isInstalled } from '#commands/same-picture/programs.ts';
import { difference } from '#commands/same-picture/seen.ts';

const { draw, limit } = DRAWERS['rsvg-convert'];
/** Figures whose frames are empty areas: filled with black, as programs have done that know no `transparent`, they hide the rest. */
const FRAMED = ['space-to-depth', 'nms'];
/** Those, three that hold pictures, and two that are letters and lines alone. */
const FIGURES = [...FRAMED, 'microscope', 'footprint', 'rebuild', 'reads', 'architecture'];

test.use({ deviceScaleFactor: 2, viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });

test('rsvg-convert draws the files of figures as their pages show them', { tag: '@long' }, async ({
  page,
  context,
  baseURL,
}) => {
  test.skip(!isInstalled('rsvg-convert'), 'there is no rsvg-convert');
  test.setTimeout(240_000);
  const judge = await context.newPage();
  const dist = process.env.SITE_FOLDER ?? 'dist';
  const folder = test.info().outputPath('drawn');
  mkdirSync(folder, { recursive: true });
  let lost = 0;
  for (const name of FIGURES) {
    const { svg, seen, size } = await pictured(page, { site: `${baseURL}`, name, dist });
    const apart = (file: string) => {
      writeFileSync(join(folder, `${name}.svg`), file);
      return difference(judge, seen, draw(folder, [name])(name, size), size);
    };
    expect(await apart(svg), name).toBeLessThan(limit);
    // What programs have made of such files would not pass.
    const without = svg.replaceAll(/<image [^>]*>/g, '');
    if (without !== svg) {
      expect(await apart(without), `${name} without its pictures`).toBeGreaterThan(2 * limit);
      lost++;
    }
    const black = svg.replaceAll('fill="none"', 'fill="black"');
    if (FRAMED.includes(name))
      expect(await apart(black), `${name} in black`).toBeGreaterThan(2 * limit);
  }
  expect(lost).toBeGreaterThan(2);
});
