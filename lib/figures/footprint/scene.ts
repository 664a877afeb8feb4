import type { LayoutName } from '../figure.ts';
import type { Model, Side } from './model.ts';
import type { FootprintWords } from './words.ts';

interface Panel {
  side: Side;
  name: { name: string; short: string };
  hue: string;
  x: number;
}

/** A moment of the figure. */
export interface Scene {
  words: FootprintWords;
  model: Model;
  level: number;
  panels: Panel[];
  layout: LayoutName;
  /** Side of a map, px, its upper edge, and the height of the bars above it. */
  map: number;
  top: number;
  bars: number;
}
