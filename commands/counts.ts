// npm run counts: parameters and MACs of every architecture, held against the cited counts.
import { readFileSync } from 'node:fs';
import { buildGraph, type Graph } from '#lib/model/index.ts';
import { readArchitectures } from './architectures.ts';
import { sayFaults } from './lib/say-faults.ts';
import { report } from './report.ts';

sayFaults();

/** A count that a source gives: MACs exactly, or in units of 10^9 to as many digits as are printed. */
export interface CitedCount {
  name: string;
  inputSize: number;
  classes: number;
  parameters: number;
  macs?: number;
  gigaMacs?: string;
  source: string;
}

export interface CountRow {
  name: string;
  inputSize: number;
  classes: number;
  parameters: number;
  macs: number;
  /** `yes`, `NO`, or empty where nobody is cited. */
  met: string;
}

export function readCited(): CitedCount[] {
  const file = new URL('../content/results/cited/counts.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).rows;
}

/** One row for each cited count, and one for each architecture that has none. */
export function countRows(catalogue = readArchitectures()): CountRow[] {
  const cited = readCited();
  const own = catalogue.names.filter((name) => !cited.some((count) => count.name === name));
  return [
    ...own.map((name) => row(buildGraph(catalogue.get(name)))),
    ...cited.map((count) => {
      const { name, inputSize: size, classes } = count;
      return row(buildGraph(catalogue.get(name), { size, classes }), count);
    }),
  ];
}

function row({ name, picture, classes, parameters, macs }: Graph, cited?: CitedCount): CountRow {
  const met = cited ? (meets(cited, parameters, macs) ? 'yes' : 'NO') : '';
  return { name, inputSize: picture.height, classes, parameters, macs, met };
}

function meets(cited: CitedCount, parameters: number, macs: number): boolean {
  const digits = cited.gigaMacs?.split('.')[1].length ?? 0;
  const sameMacs =
    cited.gigaMacs === undefined
      ? cited.macs === macs
      : (macs / 1e9).toFixed(digits) === cited.gigaMacs;
  return cited.parameters === parameters && sameMacs;
}

if (import.meta.main) {
  const rows = countRows();
  report(rows, {
    json: process.argv.includes('--json'),
    title: 'Parameters and multiply-accumulates',
  });
  if (rows.some(({ met }) => met === 'NO')) {
    console.error('Rows marked NO do not meet the cited count.');
    process.exitCode = 1;
  }
}
