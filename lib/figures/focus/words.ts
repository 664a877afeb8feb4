import type { SettingWords } from '../kit/settings.ts';
import type { parameters } from './parameters.ts';

/** What a language has to say in this figure. */
export interface FocusWords {
  title: string;
  parameters: SettingWords<typeof parameters>;
  presets: readonly [string, string];
  /** The places where YOLOv5 halves a map: the stem, four in the backbone, two in the neck. */
  gates: readonly [string, string, string, string, string, string, string];
  stops: { stem: string; end: string };
  drawing: {
    backbone: string;
    neck: string;
    mark: string;
    markShort: string;
    strided(n: number): string;
    spd(n: number): string;
    focusGate: string;
    spdGate: string;
  };
  what(width: string, size: number): string;
  so(strided: number, spd: number): string;
  stem(focus: boolean, shapes: string): string;
  at(gate: string, shapes: string): string;
  everywhere(gates: number): string;
  /** What it says of its cells, fetched when a reader asks. */
  ofCells(): Promise<FocusCellWords>;
}

/** What it says of its grids and of a single cell. */
export interface FocusCellWords {
  grids: { x: string; subMap(letter: string): string };
  cell: {
    pixel(from: string, to: string, letter: string): string;
    place(place: string, letter: string, pixel: string): string;
  };
}
