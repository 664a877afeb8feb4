import type { Picture } from '../files/index.ts';
import type { Declaration, Values } from '../parameters/index.ts';
import type { Snippet } from './kit/code.ts';

/**
 * How a drawing is laid out: for a column of about 760 px, for one of about 360, or for a slide that is read from the last
 * row, with larger letters and fewer of them, see kit/letters.ts.
 */
export type LayoutName = 'wide' | 'narrow' | 'projector';

/** What a drawing depends on besides parameters and time. */
export interface Context {
  layout: LayoutName;
  /** The reader's own picture, for figures that take one. */
  picture?: Picture | undefined;
  /** What is under the pointer or the keyboard's cursor. */
  lit?: Lit | undefined;
}

export interface Size {
  width: number;
  height: number;
}

/** A moment worth pausing at; the drawing at t = 0 precedes the first. */
export interface Stop {
  t: number;
  label: string;
}

export interface Preset<V> {
  label: string;
  values: Partial<V>;
}

/** A grid of cells that can be walked by keyboard and linked by hovering. */
export interface Grid {
  id: string;
  label: string;
  rows: number;
  columns: number;
}

/** A grid with its place in the drawing, px of the layout. */
export interface PlacedGrid extends Grid {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A cell that is pointed at, with those that it is linked with: see {@link litBy}. */
export interface Lit {
  /** Their keys, see {@link cellKey}; that of the cell itself comes first. */
  cells: readonly string[];
  /** The grids that are drawn, where they have places. */
  grids: readonly PlacedGrid[];
}

/** What a reader may ask of single cells; fetched when the first is pointed at. */
export interface Cells<V> {
  /** Those that are drawn at t; of all times without it. */
  grids(params: V, t?: number): Grid[];
  /** Where the grids stand at t: a reader's guess is marked in their cells. */
  placed?(params: V, t: number, context: Context): PlacedGrid[];
  /** The cell at a point of the drawing, px of the layout, for cells that have no element of their own. */
  cellAt?(params: V, t: number, context: Context, x: number, y: number): string | undefined;
  /** The cells that depend on this one or that it depends on. */
  linked(params: V, cell: string): string[];
  /** In a sentence. */
  describe(params: V, cell: string): string;
  /** The parameters that a click on a cell changes, or Enter while cells are explored. */
  pick?(params: V, cell: string): Partial<V>;
}

/**
 * A figure is a pure function: the same parameters, time and context give the same drawing, whatever stood in the SVG
 * before, in Node and in the browser. It knows no timer; the player owns time. `params` have passed parse() with the
 * figure's own declaration, `t` runs from 0 to 1.
 */
export interface Figure<D extends Declaration = Declaration> {
  name: string;
  title: string;
  parameters: D;
  presets?: readonly Preset<Values<D>>[];
  /** Brings parameters into agreement with each other, see Constrain. */
  constrain?(params: Values<D>): { values: Values<D>; errors: string[] };
  /** The viewBox, in px of the layout. */
  size(params: Values<D>, context: Context): Size;
  /** Ascending; the last is at t = 1. */
  stops(params: Values<D>): Stop[];
  /** How long t takes from 0 to 1 at normal speed. */
  seconds(params: Values<D>): number;
  /** The most telling t, drawn at build time. */
  poster(params: Values<D>): number;
  draw(svg: SVGSVGElement, params: Values<D>, t: number, context: Context): void;
  /** What is seen at t, as sentences; `own` says that the reader's picture is shown. */
  describe(params: Values<D>, t: number, own?: boolean): string;
  /** The reader may put their own picture in. */
  takesPicture?: boolean;
  /** The picture that the parameters ask for; undefined for the one that the figure has itself. */
  pictureFor?(params: Values<D>): Promise<Picture | undefined>;
  /** Of a figure whose drawing has cells. */
  cells?(): Promise<Cells<Values<D>>>;
  /**
   * What a pointer takes hold of at a point of the drawing: from the place that it is drawn to, px of the layout, to the
   * parameters that follow. Everything of it can be set by the controls too.
   */
  grip?(params: Values<D>, context: Context, x: number, y: number): Grip<Values<D>> | undefined;
  /** Programs that compute this figure's numbers, one a framework. */
  code?(params: Values<D>): Promise<Snippet[]>;
}

/** See Figure.grip. */
export type Grip<V> = (x: number, y: number) => Partial<V>;

/** Keeps the declaration's literal types. */
export function defineFigure<const D extends Declaration>(figure: Figure<D>): Figure<D> {
  return figure;
}

/** A cell with what it is linked with, in the drawing of these parameters at t. */
export function litBy<V>(
  cells: Cells<V>,
  params: V,
  t: number,
  context: Context,
  cell: string,
): Lit {
  return {
    cells: [cell, ...cells.linked(params, cell)],
    grids: cells.placed?.(params, t, context) ?? [],
  };
}

/** The name of a cell: grid, row, column; elements carry it as data-cell. */
export function cellKey(grid: string, row: number, column: number): string {
  return `${grid}:${row}:${column}`;
}

/** The inverse of {@link cellKey}. */
export function parseCell(key: string): { grid: string; row: number; column: number } {
  const [grid, row, column] = key.split(':');
  return { grid, row: Number(row), column: Number(column) };
}
