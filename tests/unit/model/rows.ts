import { parseArchitecture } from '#lib/model/architecture.ts';
import { buildGraph, type Graph } from '#lib/model/index.ts';

/** An architecture file of one part, as text. */
export const file = (rows: readonly string[], more = '') =>
  `nc: 5\ndepth_multiple: 1.0\nwidth_multiple: 1.0\n${more}\nbackbone:\n${rows.map((row) => `  - ${row}\n`).join('')}`;

/** Its graph, over pictures of `size` pixels. */
export const graphOf = (
  rows: readonly string[],
  size: number | [number, number] = 16,
  more = '',
): Graph => buildGraph(parseArchitecture(file(rows, more)), { size });
