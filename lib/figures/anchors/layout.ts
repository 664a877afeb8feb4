import type { Context, Size } from '../figure.ts';

import { PROJECTOR } from '../kit/letters.ts';

/** One level: its picture, and a place for each of its three anchors. */
export interface Panel {
  x: number;
  y: number;
  /** Side of the picture, px of the layout. */
  side: number;
  anchors: { x: number; y: number; side: number }[];
  /** Where the line below the anchors starts. */
  sum: { x: number; y: number };
}

export interface Layout extends Size {
  panels: Panel[];
  total: { x: number; y: number };
}

const TITLE = 46;

export function layout(context: Context): Layout {
  if (context.layout === 'projector') return projectorLayout();
  return context.layout === 'narrow' ? narrowLayout() : wideLayout();
}

function wideLayout(): Layout {
  const side = 232;
  const column = side / 3;
  const panels = [0, 1, 2].map((i) => {
    const x = 4 + i * (side + 28);
    const y = TITLE;
    const below = y + side + 18;
    return {
      x,
      y,
      side,
      anchors: [0, 1, 2].map((k) => ({ x: x + k * column, y: below, side: column - 8 })),
      sum: { x, y: below + column + 64 },
    };
  });
  const bottom = panels[0].sum.y + 34;
  return { width: 760, height: bottom + 12, panels, total: { x: 4, y: bottom } };
}

function projectorLayout(): Layout {
  const [side, column] = [172, 88];
  const panels = [0, 1, 2].map((i) => {
    const x = 8 + i * 282;
    const below = TITLE + side + 12;
    return {
      x,
      y: TITLE,
      side,
      anchors: [0, 1, 2].map((k) => ({ x: x + k * column, y: below, side: 54 })),
      sum: { x, y: below + 54 + 82 },
    };
  });
  const bottom = panels[0].sum.y + 28;
  return { ...{ width: PROJECTOR.width, height: bottom + 10 }, panels, total: { x: 8, y: bottom } };
}

function narrowLayout(): Layout {
  const side = 168;
  const height = TITLE + side + 18;
  const panels = [0, 1, 2].map((i) => {
    const y = TITLE + i * height;
    return {
      x: 4,
      y,
      side,
      anchors: [0, 1, 2].map((k) => ({ x: 184 + k * 58, y, side: 52 })),
      sum: { x: 184, y: y + 132 },
    };
  });
  const bottom = panels[2].y + side + 30;
  return { width: 360, height: bottom + 32, panels, total: { x: 4, y: bottom } };
}
