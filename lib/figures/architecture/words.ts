import type { SettingWords } from '../kit/settings.ts';
import type { DataName, PairName } from './nets.ts';
import type { Params, parameters } from './parameters.ts';

type OwnSettings = SettingWords<typeof parameters>;

/** What a language has to say in this figure. Windows are written "3×3" or "3×3/2", numbers with their units. */
export interface ArchitectureWords {
  title: string;
  parameters: Omit<OwnSettings, 'model'> & { model: Omit<OwnSettings['model'], 'options'> };
  presets: readonly [string, string, string, string, string, string, string];
  stops: { mark: string; morph: string };
  grid: string;
  lastLayer(last: number, asked: number): string;
  /** Each pair's name among the settings, and those of its two nets; `size` is that of a YOLOv5. */
  pairs: Readonly<
    Record<PairName, { label: string; names(size: string): readonly [string, string] }>
  >;
  /** What a net is usually trained on. */
  data: Readonly<Record<DataName, string>>;
  /** In a layer's box: as short as can be. */
  box: {
    head: string;
    focus(window: string): string;
    spd: string;
    pool(window: string): string;
    mean: string;
    upsample: string;
    concat: string;
    linear: string;
    blocks(n: number): string;
    module(name: string, repeats: number): string;
  };
  /** A layer in a sentence. */
  layer: {
    head(height: number, width: number): string;
    convolution(window: string): string;
    shortcut(window: string): string;
    focus(window: string): string;
    spd: string;
    pool: Readonly<Record<'max-pool' | 'average-pool' | 'blur-pool', (window: string) => string>>;
    mean: string;
    upsample: string;
    concat: string;
    linear: string;
    residual(windows: readonly string[], blocks: number, row: string): string;
    module(name: string, repeats: number): string;
  };
  /** How a layer reads its input, as the end of a sentence. */
  reads: {
    concat: string;
    spd: string;
    focus(times: number): string;
    upsample: string;
    numbers: string;
    skips(oneIn: number): string;
    uneven(times: readonly number[]): string;
    even(times: number): string;
  };
  columns: Readonly<Record<'main' | 'shortcut' | 'up' | 'down' | 'head', string>>;
  map: string;
  /** In a band that only the strided net comes down to. */
  unreached: string;
  picture(channels: number): string;
  input(height: number, width: number, channels: number, classes: number, data: string): string;
  /** On the badge of a stride that the other net keeps. */
  staysBadge: string;
  totals: { parameters: string; macs: string };
  legend: {
    same: string;
    replaced(n: number): string;
    places(backbone: number, neck: number): string;
    removed(n: number): string;
    added: string;
    stays(n: number): string;
    /** What fills a box, and what its line is. */
    bars: Record<Params['bars'], string>;
  };
  details: {
    layer(n: number): string;
    strided: string;
    spd: string;
    in: string;
    out: string;
    maps(n: number): string;
    parameters: string;
    macs: string;
    share: string;
    /** Two lines. */
    reads: readonly [string, string];
    stacks: string;
    once: string;
  };
  /** What became of the steps down, a sentence each, without the full stop. */
  fates: {
    replaced(n: number): string;
    replacedIn(n: number, backbone: number, neck: number): string;
    same: string;
    removed(n: number): string;
    added: string;
    stays(n: number): string;
    noneLeft: string;
  };
  slot(layer: number, sides: readonly { net: string; said: string | undefined }[]): string;
  /** One side of a slot. */
  side(said: {
    name: string;
    inputs: readonly string[];
    output: string;
    cost: string;
    reads: string;
  }): string;
  cost(parameters: string, macs: string, share: string): string;
  free: string;
  totalsOf(net: string, parameters: string, macs: string): string;
  given(height: number, width: number, channels: number, classes: number): string;
  start(totals: string, given: string, rows: number): string;
  marked(totals: string, given: string): string;
  turned(said: {
    totals: string;
    parameters: { ratio: string; of: string };
    macs: { ratio: string; of: string };
    strided: string;
    given: string;
    rows: number;
    fates: readonly string[];
  }): string;
}
