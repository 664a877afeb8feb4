import type { MethodNames } from '../kit/methods.ts';
import type { SettingWords } from '../kit/settings.ts';
import type { parameters } from './parameters.ts';

/** What a language has to say in this figure. */
export interface MicroscopeWords {
  title: string;
  parameters: SettingWords<typeof parameters>;
  presets: readonly [string, string, string, string, string];
  halvings(n: number): string;
  methods: MethodNames;
  drawing: {
    picture: string;
    pictureShort: string;
    notHalved: string;
    halved(times: number): string;
    onePosition: string;
    frame(side: number): string;
    numbers: string;
    /** Three lines. */
    legend: readonly [string, string, string];
  };
  ownPicture: string;
  scene(number: number): string;
  car(dark: boolean, length: number): string;
  before(what: string): string;
  /** `kept` and `all` as "8 × 8 × 3 = 192" and "8 × 8 × 192". */
  after(what: string, times: number, kept: string, all: string): string;
  shows(methods: readonly { name: string; value: number }[]): string;
  /** What it says of its cells, fetched when a reader asks. */
  ofCells(): Promise<MicroscopeCellWords>;
}

/** What it says of its grids and of a single cell. */
export interface MicroscopeCellWords {
  grids: { picture: string; atLevel(method: string, level: number): string };
  cell: {
    /** For how many halvings, of all, the strided sample keeps the pixel. */
    pixel(row: number, column: number, kept: number, all: number): string;
    map(
      method: string,
      level: number,
      from: { rows: readonly [number, number]; columns: readonly [number, number] },
    ): string;
  };
}
