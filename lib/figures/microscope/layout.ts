import { downsamplings } from '../../spd/downsample.ts';
import type { Context, Size } from '../figure.ts';

/** A square of the drawing, px. */
export interface PlacedSquare {
  x: number;
  y: number;
  side: number;
}

export interface Layout extends Size {
  picture: PlacedSquare;
  /** The map of each way to halve; its name stands above, its numbers below. */
  panels: PlacedSquare[];
  /** From a panel's lower edge to its bars, and how high those are. */
  bars: { below: number; height: number };
  /** Where the words beside or below the picture begin. */
  words: { x: number; y: number };
  legend: { x: number; y: number };
}

export function layout(context: Context): Layout {
  const narrow = context.layout === 'narrow';
  const large = context.layout === 'projector';
  const [side, gap, rowHeight] = narrow ? [108, 12, 186] : large ? [120, 50, 204] : [160, 16, 254];
  const [left, top] = narrow ? [6, 178] : large ? [280, 28] : [244, 30];
  const panels = downsamplings.map((_, i) => ({
    x: left + (i % 3) * (side + gap),
    y: top + Math.floor(i / 3) * rowHeight,
    side,
  }));
  const bars = { below: 26, height: narrow ? 22 : large ? 20 : 30 };
  const bottom = panels[5].y + side + bars.below + bars.height;
  return narrow
    ? {
        width: 360,
        height: bottom + 12,
        picture: { x: 6, y: 26, side: 128 },
        panels,
        bars,
        words: { x: 146, y: 44 },
        legend: { x: 146, y: 112 },
      }
    : large
      ? {
          width: 788,
          height: bottom + 8,
          picture: { x: 8, y: 28, side: 200 },
          panels,
          bars,
          words: { x: 8, y: 254 },
          legend: { x: 8, y: bottom - 42 },
        }
      : {
          width: 760,
          height: bottom + 14,
          picture: { x: 8, y: 30, side: 208 },
          panels,
          bars,
          words: { x: 8, y: 264 },
          // Under the words, as a paragraph of its own.
          legend: { x: 8, y: 350 },
        };
}
