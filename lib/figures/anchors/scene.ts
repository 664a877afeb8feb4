import type { Assignment } from '../../detection/index.ts';
import type { Panel } from './layout.ts';

/** How far the story is, each 0 to 1. */
export interface Moment {
  levels: number;
  own: number;
  ratio: number;
  neighbours: number;
}

/** The three levels: where each is drawn, and what it makes of the object. */
export type Each = { panel: Panel; i: number; assignment: Assignment }[];
