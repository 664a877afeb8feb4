import { macsText } from '../kit/macs.ts';
import { percent, thousands } from '../kit/numbers.ts';
import { modelOf, type Params } from './model.ts';
import { longName, netNames } from './names.ts';
import { readsText } from './reading.ts';
import type { ArchitectureWords } from './words.ts';

/** One net's side of a row: texts for a table. */
export interface Cell {
  name: string;
  output: string;
  parameters: string;
  macs: string;
  share: string;
  reads: string;
}

export interface LayerTable {
  names: readonly [string, string];
  /** For each slot the strided net's layer and its counterpart. */
  rows: [Cell | undefined, Cell | undefined][];
}

/** What the figure draws, as words and numbers. */
export function layerTable(words: ArchitectureWords, params: Params): LayerTable {
  const model = modelOf(params);
  const cell = (side: 0 | 1, index: number | undefined): Cell | undefined => {
    if (index === undefined) return undefined;
    const layer = (side === 0 ? model.strided : model.spd)[index];
    const { height, width, channels } = layer.output;
    return {
      name: longName(words, layer),
      output: `${height} × ${width} × ${channels}`,
      parameters: thousands(layer.parameters),
      macs: macsText(layer.macs),
      share: percent(layer.macs, model.graphs[side].macs),
      reads: readsText(words, layer),
    };
  };
  return {
    names: netNames(words, params),
    rows: model.slots.map(({ strided, spd }) => [cell(0, strided), cell(1, spd)]),
  };
}
