// What layers and nets are called in a language.
import type { Layer } from '#lib/model/layers.ts';
import type { Model } from './model.ts';
import { PAIRS, type PairName } from './nets.ts';
import type { Params } from './parameters.ts';
import type { ArchitectureWords } from './words.ts';

type Window = Required<Layer>['window'];

/** `3×3/2`, or `3×3` without a stride. */
export function windowName({ kernel, stride }: Pick<Window, 'kernel' | 'stride'>): string {
  return `${kernel}×${kernel}${stride > 1 ? `/${stride}` : ''}`;
}

/** What stands in a layer's box. */
export function shortName({ box }: ArchitectureWords, layer: Layer): string {
  const { kind, module, window, repeats, opened, stage } = layer;
  if (stage === 'head' && kind === 'convolution') return box.head;
  switch (kind) {
    case 'convolution':
      return windowName(window ?? { kernel: 1, stride: 1 });
    case 'focus':
      return box.focus(windowName(window ?? { kernel: 1, stride: 1 }));
    case 'space-to-depth':
      return box.spd;
    case 'max-pool':
    case 'average-pool':
    case 'blur-pool':
      return box.pool(windowName(window ?? { kernel: 2, stride: 2 }));
    case 'module':
      return isResidual(layer)
        ? [...opened.map(windowName), box.blocks(repeats)].join(', ')
        : box.module(module, repeats);
    default:
      return box[kind];
  }
}

function isResidual({ module }: Layer): boolean {
  return /^(Basic|Bottle)/.test(module);
}

/** A layer's name in a sentence. */
export function longName({ layer: said }: ArchitectureWords, layer: Layer): string {
  const { kind, window, repeats, opened, output, row, stage, shortcut } = layer;
  const name = windowName(window ?? { kernel: 1, stride: 1 });
  switch (kind) {
    case 'convolution':
      if (stage === 'head') return said.head(output.height, output.width);
      return shortcut ? said.shortcut(name) : said.convolution(name);
    case 'focus':
      return said.focus(name);
    case 'space-to-depth':
      return said.spd;
    case 'max-pool':
    case 'average-pool':
    case 'blur-pool':
      return said.pool[kind](name);
    case 'module':
      return isResidual(layer)
        ? said.residual(opened.map(windowName), repeats, row)
        : said.module(layer.module, repeats);
    default:
      return said[kind];
  }
}

/** A pair among the settings; one that a file of its own has brought goes by its files. */
export function pairLabel({ pairs }: ArchitectureWords, pair: string): string {
  const { strided, spd } = PAIRS[pair];
  return pairs[pair as PairName]?.label ?? `${strided} → ${spd}`;
}

/** The strided net's name and the other's. */
export function netNames(
  { pairs }: ArchitectureWords,
  { model, size }: Pick<Params, 'model' | 'size'>,
): readonly [string, string] {
  const { strided, spd } = PAIRS[model];
  return pairs[model as PairName]?.names(size) ?? [strided, spd];
}

/** The two sides of a slot. */
export function sides({ strided, spd, slots }: Model, slot: number): [Layer?, Layer?] {
  const { strided: i, spd: j } = slots[slot];
  return [i === undefined ? undefined : strided[i], j === undefined ? undefined : spd[j]];
}
