import { timeline } from '../kit/timeline.ts';
import type { Params } from './parameters.ts';

export type { Params };

/** A row of YOLOv5's architecture file, or a space-to-depth row put between them. */
export interface Row {
  module: string;
  /** The map it writes has the picture's side divided by 2^level; Detect writes no map. */
  level: number;
  /** Rows that it reads by their number, in the file as it was. */
  absolute: number[];
  /** Its number in the file as it was; for a row put in, that of the row before. */
  old: number;
  spd: boolean;
}

/** Side of the picture that the sizes are said for, px. */
const PICTURE = 640;

const row = (module: string, level: number, ...absolute: number[]) => ({ module, level, absolute });

/** YOLOv5 v6.0, the rows of its file in order. */
export const fileRows = [
  row('Conv 6×6/2', 1),
  row('Conv 3×3/2', 2),
  row('C3', 2),
  row('Conv 3×3/2', 3),
  row('C3', 3),
  row('Conv 3×3/2', 4),
  row('C3', 4),
  row('Conv 3×3/2', 5),
  row('C3', 5),
  row('SPPF', 5),
  row('Conv 1×1', 5),
  row('Upsample', 4),
  row('Concat', 4, 6),
  row('C3', 4),
  row('Conv 1×1', 4),
  row('Upsample', 3),
  row('Concat', 3, 4),
  row('C3', 3),
  row('Conv 3×3/2', 4),
  row('Concat', 4, 14),
  row('C3', 4),
  row('Conv 3×3/2', 5),
  row('Concat', 5, 10),
  row('C3', 5),
  row('Detect', 0, 17, 20, 23),
];

/** The strided rows behind which the published file puts space-to-depth. */
export const places = [1, 3, 5, 7, 18, 21];

/** The file with its first `inserted` space-to-depth rows: the convolution before each gives up its stride. */
export function rowsOf({ inserted }: Params): Row[] {
  const put = places.slice(0, inserted);
  return fileRows.flatMap((each, old): Row[] => {
    if (!put.includes(old)) return [{ ...each, old, spd: false }];
    return [
      { ...each, module: 'Conv 3×3', level: each.level - 1, old, spd: false },
      { module: 'space_to_depth', level: each.level, absolute: [], old, spd: true },
    ];
  });
}

/** The number that a row of the old file has now. What read a strided convolution now reads the space-to-depth behind it. */
export function moved({ inserted }: Params, old: number): number {
  return old + places.slice(0, inserted).filter((place) => place < old).length;
}

/** What becomes of a number that nobody has changed. */
export interface Stale {
  /** The row that reads. */
  reader: number;
  module: string;
  /** The number as it stands in the old file. */
  asks: number;
  /** The number that it should be. */
  means: number;
  /** The module that has the old number now. */
  finds: string;
  /** Sides of the map that is meant and of the one found, px, for a picture of 640. */
  sides: [meant: number, found: number];
  outcome: 'right' | 'error' | 'silent';
}

export function staleNumbers(params: Params): Stale[] {
  const rows = rowsOf(params);
  return rows.flatMap((reader, at) =>
    reader.absolute.map((asks): Stale => {
      const means = moved(params, asks);
      const side = (index: number) => PICTURE / 2 ** rows[index].level;
      const sides: [number, number] = [side(means), side(asks)];
      // A concatenation needs maps of one size. Detect takes whatever it gets.
      const wrong = reader.module === 'Concat' && sides[0] !== sides[1] ? 'error' : 'silent';
      const outcome = means === asks ? 'right' : wrong;
      return {
        reader: at,
        module: reader.module,
        asks,
        means,
        finds: rows[asks].module,
        sides,
        outcome,
      };
    }),
  );
}

/** How many of the numbers have each outcome. */
export function countsOf(references: readonly Stale[]): Record<Stale['outcome'], number> {
  const many = (outcome: Stale['outcome']) =>
    references.filter((each) => each.outcome === outcome).length;
  return { right: many('right'), error: many('error'), silent: many('silent') };
}

export const acts = () =>
  timeline([
    { name: 'insert', seconds: 3 },
    { name: 'stale', seconds: 1.6 },
    { name: 'fix', seconds: 1.6 },
  ]);
