import { type Step, withFate } from '#lib/model/compare.ts';
import type { Layer } from '#lib/model/layers.ts';
import type { Reading } from '#lib/model/readings.ts';
import { interiorReads } from '../../spd/reads.ts';
import { plural, thousands } from '../kit/numbers.ts';
import { acts, type Model, modelOf, type Params } from './model.ts';

/** `3×3/2`, or `3×3` without a stride. */
export function windowName({ kernel, stride }: { kernel: number; stride: number }): string {
  return `${kernel}×${kernel}${stride > 1 ? `/${stride}` : ''}`;
}

/** What stands in a layer's box. */
export function shortName(layer: Layer): string {
  const { kind, module, window, repeats, opened, stage } = layer;
  if (stage === 'head' && kind === 'convolution') return 'Detect';
  switch (kind) {
    case 'convolution':
      return windowName(window ?? { kernel: 1, stride: 1 });
    case 'focus':
      return `Focus ${windowName(window ?? { kernel: 1, stride: 1 })}`;
    case 'space-to-depth':
      return 'SPD';
    case 'max-pool':
    case 'average-pool':
    case 'blur-pool':
      return `pool ${windowName(window ?? { kernel: 2, stride: 2 })}`;
    case 'mean':
      return 'mean';
    case 'upsample':
      return 'Upsample';
    case 'concat':
      return 'Concat';
    case 'linear':
      return 'linear';
    case 'module':
      return isResidual(layer)
        ? [...opened.map(windowName), plural(repeats, 'block')].join(', ')
        : `${module}${repeats > 1 ? ` ×${repeats}` : ''}`;
  }
}

function isResidual({ module }: Layer): boolean {
  return /^(Basic|Bottle)/.test(module);
}

/** A layer's name in a sentence. */
export function longName(layer: Layer): string {
  const { kind, window, repeats, opened, output } = layer;
  const name = window && windowName(window);
  switch (kind) {
    case 'convolution':
      return layer.stage === 'head'
        ? `detection head on the ${output.height} × ${output.width} map`
        : `${layer.shortcut ? 'shortcut, a ' : ''}${name} convolution`;
    case 'focus':
      return `Focus (space-to-depth, then a ${name} convolution)`;
    case 'space-to-depth':
      return 'space-to-depth';
    case 'max-pool':
    case 'average-pool':
    case 'blur-pool':
      return `${name} ${kind}`;
    case 'mean':
      return 'mean over the map';
    case 'upsample':
      return 'upsampling';
    case 'concat':
      return 'concatenation';
    case 'linear':
      return 'linear layer';
    case 'module':
      return isResidual(layer)
        ? `${[...opened.map((w) => `${windowName(w)} convolution`), `${plural(repeats, 'block')}`].join(' and ')} of ${layer.row}`
        : `${layer.module}${repeats > 1 ? ` with ${repeats} bottlenecks` : ''}`;
  }
}

/** MACs in millions or thousand millions: `471.9 M`, `16.868 G`. */
export function macsText(macs: number): string {
  if (macs >= 1e9) return `${(macs / 1e9).toFixed(3)} G`;
  return macs >= 1e5 ? `${(macs / 1e6).toFixed(1)} M` : thousands(macs);
}

export function percent(part: number, whole: number): string {
  const share = (100 * part) / whole;
  return share > 0 && share < 0.1 ? '< 0.1 %' : `${share.toFixed(1)} %`;
}

/** The window of a layer that reads its input most closely. */
export function mainReading(layer: Layer): Reading | undefined {
  return layer.readings.reduce<Reading | undefined>(
    (best, reading) => (best && best.kernel >= reading.kernel ? best : reading),
    undefined,
  );
}

/** Reads of an interior pixel by its phase, one axis, from row 0 of the map; two phases at least. */
export function phaseReads({ kernel, stride, padding }: Reading): number[] {
  const counts = interiorReads({ kernel, stride });
  return Array.from({ length: Math.max(2, stride) }, (_, p) => counts[(p + padding) % stride]);
}

/** How a layer reads its input, as the end of a sentence. */
export function readsText(layer: Layer): string {
  const reading = mainReading(layer);
  if (layer.kind === 'concat') return 'stacks the channels of its inputs';
  if (layer.kind === 'space-to-depth') return 'moves every number once, and loses none';
  if (layer.kind === 'focus')
    return `moves every pixel once, then reads each ${(layer.window?.kernel ?? 1) ** 2 === 1 ? 'once' : `${(layer.window?.kernel ?? 1) ** 2} times`}`;
  if (layer.kind === 'upsample') return 'repeats every number four times';
  if (!reading || layer.kind === 'mean') return 'reads every number once';
  const line = phaseReads(reading);
  const counts = [...new Set(line.flatMap((a) => line.map((b) => a * b)))].sort((a, b) => a - b);
  if (reading.skipped > 0)
    return `reads one position in ${reading.stride ** 2}, and never the other ${reading.stride ** 2 - 1}`;
  if (counts.length > 1)
    return `reads its positions ${counts.slice(0, -1).join(', ')} or ${counts.at(-1)} times, by their place`;
  return counts[0] === 1 ? 'reads every position once' : `reads every position ${counts[0]} times`;
}

const ordinal = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const count = (n: number) => ordinal[n] ?? String(n);
const capital = (text: string) => text[0].toUpperCase() + text.slice(1);

/** What became of the steps, for the legend and the sentence. */
export function fates(steps: readonly Step[]): string[] {
  const replaced = withFate(steps, 'replaced');
  const place = (stage: Step['stage']) => replaced.filter((step) => step.stage === stage).length;
  const same = replaced.filter((step) => step.same).length;
  const [removed, stays, added] = (['removed', 'stays', 'added'] as const).map(
    (fate) => withFate(steps, fate).length,
  );
  const said = [
    place('neck') > 0
      ? `${capital(count(replaced.length))} strides are replaced, ${count(place('backbone'))} in the backbone and ${count(place('neck'))} in the neck`
      : `${capital(count(replaced.length))} strides are replaced`,
  ];
  if (same === 1)
    said.push('One of them changes nothing: 6 × 6 with stride 2 and Focus compute the same');
  if (removed > 0) said.push(`${capital(count(removed))} max-pool is removed`);
  if (added > 0) said.push('One step down is added, in the stem');
  said.push(
    stays > 0 ? `${capital(count(stays))} strided shortcuts stay` : 'No strided layer is left',
  );
  return said;
}

/** The two sides of a slot. */
export function sides({ strided, spd, slots }: Model, slot: number): [Layer?, Layer?] {
  const { strided: i, spd: j } = slots[slot];
  return [i === undefined ? undefined : strided[i], j === undefined ? undefined : spd[j]];
}

function shapeText({ height, width, channels }: Layer['output']): string {
  return `${height} × ${width} × ${channels}`;
}

function layerSentence(model: Model, slot: number, side: 0 | 1): string | undefined {
  const layer = sides(model, slot)[side];
  if (!layer) return undefined;
  const graph = model.graphs[side];
  const inputs = layer.inputs.map(shapeText).join(' and ');
  const cost =
    layer.parameters + layer.macs > 0
      ? `${thousands(layer.parameters)} parameters, ${macsText(layer.macs)} MACs (${percent(layer.macs, graph.macs)} of all)`
      : 'no parameters and no MACs';
  return `${longName(layer)}, ${inputs} to ${shapeText(layer.output)}, ${cost}; it ${readsText(layer)}`;
}

/** A slot's two sides in words. */
export function describeSlot(model: Model, slot: number): string {
  const said = ([0, 1] as const).map((side) => {
    const sentence = layerSentence(model, slot, side);
    return `${model.names[side]}: ${sentence ?? 'no such layer'}.`;
  });
  return `Layer ${slot}. ${said.join(' ')}`;
}

export function ratio(model: Model, what: 'parameters' | 'macs'): string {
  const [a, b] = model.graphs;
  return `×${(b[what] / a[what]).toFixed(2)}`;
}

/** The sentences beside the figure. */
export function describe(params: Params, t: number): string {
  const model = modelOf(params);
  const [strided, spd] = model.graphs;
  const { height, width, channels } = strided.picture;
  const totals = (side: 0 | 1) =>
    `${model.names[side]} has ${thousands(model.graphs[side].parameters)} parameters and takes ${macsText(model.graphs[side].macs)} MACs`;
  const input = `for a picture of ${height} × ${width} × ${channels} and ${strided.classes} classes`;
  const chosen = describeSlot(model, params.layer);
  const marks = fates(model.steps).join('. ');
  if (acts.progress('mark', t) === 0)
    return `${totals(0)}, ${input}: ${strided.nodes.length} rows of its file, drawn from top to bottom by the size of their maps. ${chosen}`;
  if (acts.progress('morph', t) < 1)
    return `${totals(0)}, ${input}. The places where a map shrinks are marked. ${chosen}`;
  return `${totals(1)}, ${ratio(model, 'parameters')} and ${ratio(model, 'macs')} of the ${thousands(strided.parameters)} and ${macsText(strided.macs)} of ${model.names[0]}, ${input}. ${spd.nodes.length} rows of its file. ${marks}. ${chosen}`;
}
