// Where layers stand before the pixels are known: in which column, and by the size of which map.
import { type Layer, levelsDown } from '#lib/model/layers.ts';

export type Column = 'main' | 'shortcut' | 'up' | 'down' | 'head';

/** Where a layer stands before the pixels are known. */
export interface Stand {
  column: Column;
  /** The band, or with `between` the edge above that band. */
  level: number;
  between: boolean;
  /** The layer whose height it takes. */
  beside?: number;
}

/** Levels run downwards: a layer that changes the size of its map stands on the edge between two bands. */
export function standsOf(layers: Layer[]): Stand[] {
  const detectors = layers.findIndex(({ stage }) => stage === 'head');
  const read = new Set(layers.slice(detectors).flatMap(({ from }) => from));
  const turn = layers.findIndex(({ stage }, i) => stage === 'neck' && read.has(i));
  const stands: Stand[] = [];
  const levels: number[] = [];
  layers.forEach((layer, i) => {
    const before = layer.from[0] === -1 ? 0 : levels[layer.from[0]];
    const down = layer.stage === 'head' ? 0 : levelsDown(layer);
    levels[i] = before + down;
    const column = columnOf(layer, i <= turn);
    const between = down !== 0;
    stands.push({
      column,
      level: between ? Math.max(before, levels[i]) : before,
      between,
      ...(layer.stage === 'head' && turn >= 0 && { beside: layer.from[0] }),
    });
  });
  return stands;
}

function columnOf({ stage, shortcut }: Layer, rising: boolean): Column {
  if (stage === 'backbone') return shortcut ? 'shortcut' : 'main';
  return stage === 'head' ? 'head' : rising ? 'up' : 'down';
}
