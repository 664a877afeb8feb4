import type { MethodNames } from '../kit/methods.ts';
import type { SettingWords } from '../kit/settings.ts';
import type { parameters } from './parameters.ts';

/** What a language has to say in this figure. */
export interface ShiftWords {
  title: string;
  parameters: SettingWords<typeof parameters>;
  presets: readonly [string, string, string];
  stops: { half: string; one: string; two: string; three: string; four: string };
  methods: MethodNames;
  drawing: {
    picture(side: number): string;
    notMoved: string;
    moved(px: string): string;
    car(px: number): string;
    marked: readonly [string, string];
    /** Four lines. */
    curves: readonly [string, string, string, string];
    curvesShort: string;
    range(least: number, most: number): string;
    /** The curve over all sub-maps. */
    thick(subMaps: number): string;
    axis: string;
  };
  /** `moved` in pixels, 0 before it moves; the values in grey levels. */
  what(
    car: { dark: boolean; length: number; moved: number; halvings: number },
    methods: readonly { name: string; now: number; least: number; most: number }[],
  ): string;
  alone(subMaps: readonly string[]): string;
  /** What it says of its cells, fetched when a reader asks. */
  ofCells(): Promise<ShiftCellWords>;
}

/** What it says of its grids and of a single cell. */
export interface ShiftCellWords {
  grids: { x: string; subMap(name: string): string };
  cell: {
    pixel(row: number, column: number, kept: boolean, subMap: string): string;
    /** `of` is a method's name or a sub-map. */
    place(
      row: number,
      column: number,
      of: string,
      from: { pixels: number; rows: string; columns: string },
    ): string;
    span(first: number, last: number): string;
  };
}
