import { airfield, airport } from './apron.ts';
import { carPark } from './carPark.ts';
import { depot } from './depot.ts';
import type { Layout } from './layout.ts';
import { motorway } from './motorway.ts';
import { boulevard, street } from './street.ts';
import { harbour, lake } from './water.ts';

export type { Layout } from './layout.ts';

/** The kinds of places, each with how often it comes. */
export const LAYOUTS: readonly (readonly [Layout, number])[] = [
  [street, 15],
  [boulevard, 18],
  [motorway, 12],
  [carPark, 13],
  [depot, 12],
  [harbour, 10],
  [lake, 8],
  [airport, 6],
  [airfield, 8],
];
