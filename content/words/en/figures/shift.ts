import type { ShiftWords } from '#lib/figures/shift/words.ts';
import { methods } from './methods.ts';

/** How strongly a small car shows as it moves by parts of a pixel. */
export const shift: ShiftWords = {
  title: 'One pixel to the right',
  parameters: {
    length: { label: 'Length of the car' },
    halvings: { label: 'Halvings' },
    paint: { label: 'Paint', options: { red: 'red', dark: 'dark grey' } },
  },
  presets: ['One halving', 'Two halvings', 'Two pixels long'],
  stops: {
    half: 'half a pixel',
    one: '1 pixel',
    two: '2 pixels',
    three: '3 pixels',
    four: '4 pixels',
  },
  methods,
  drawing: {
    picture: (side) => `picture ${side} × ${side} × 3`,
    notMoved: 'not moved yet',
    moved: (px) => `${px} px to the right`,
    car: (px) => `a car of ${px} px`,
    marked: ['marked: the pixels that', 'the strided sample keeps'],
    curves: [
      'curves: how strongly the',
      'car shows (of 255) on its',
      'way; flat: it does not',
      'depend on luck',
    ],
    curvesShort: 'curves: how well the car shows',
    thick: (subMaps) => `thick: best of ${subMaps}`,
    range: (least, most) => `${least} to ${most}`,
    axis: 'pixels to the right',
  },
  what: ({ dark, length, moved, halvings }, shown) => {
    const pixels = moved === 1 ? '1 pixel' : `${Number(moved.toFixed(2))} pixels`;
    const place = moved === 0 ? 'not moved yet' : `moved to the right by ${pixels}`;
    const values = shown.map(
      ({ name, now, least, most }) => `${name} ${now} (from ${least} to ${most} on its way)`,
    );
    return `A ${dark ? 'dark grey' : 'red'} car of ${length} pixels, ${place}, halved ${halvings === 1 ? 'once' : 'twice'}. How strongly it shows, of 255 grey levels: ${values.join(', ')}.`;
  },
  alone: (subMaps) => `In the sub-maps alone: ${subMaps.join(', ')}.`,
  ofCells: async () => (await import('../cells/shift.ts')).shift,
};
