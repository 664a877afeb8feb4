import { type StepDown, withFate } from '#lib/model/compare.ts';
import type { Layer } from '#lib/model/layers.ts';
import { macsText } from '../kit/macs.ts';
import { percent, thousands } from '../kit/numbers.ts';
import { acts, type Model, modelOf } from './model.ts';
import { longName, netNames, sides } from './names.ts';
import type { Params } from './parameters.ts';
import { readsText } from './reading.ts';
import type { ArchitectureWords } from './words.ts';

/** What became of the steps. */
function fates({ fates: said }: ArchitectureWords, steps: readonly StepDown[]): string[] {
  const replaced = withFate(steps, 'replaced');
  const place = (stage: StepDown['stage']) =>
    replaced.filter((step) => step.stage === stage).length;
  const same = replaced.filter((step) => step.same).length;
  const [removed, stays, added] = (['removed', 'stays', 'added'] as const).map(
    (fate) => withFate(steps, fate).length,
  );
  return [
    place('neck') > 0
      ? said.replacedIn(replaced.length, place('backbone'), place('neck'))
      : said.replaced(replaced.length),
    ...(same === 1 ? [said.same] : []),
    ...(removed > 0 ? [said.removed(removed)] : []),
    ...(added > 0 ? [said.added] : []),
    stays > 0 ? said.stays(stays) : said.noneLeft,
  ];
}

function shapeText({ height, width, channels }: Layer['output']): string {
  return `${height} × ${width} × ${channels}`;
}

function sideText(
  words: ArchitectureWords,
  model: Model,
  slot: number,
  side: 0 | 1,
): string | undefined {
  const layer = sides(model, slot)[side];
  if (!layer) return undefined;
  const { parameters, macs } = layer;
  return words.side({
    name: longName(words, layer),
    inputs: layer.inputs.map(shapeText),
    output: shapeText(layer.output),
    cost:
      parameters + macs > 0
        ? words.cost(thousands(parameters), macsText(macs), percent(macs, model.graphs[side].macs))
        : words.free,
    reads: readsText(words, layer),
  });
}

/** A slot's two sides in words. */
export function describeSlot(words: ArchitectureWords, model: Model, slot: number): string {
  const names = netNames(words, model.params);
  return words.slot(
    slot,
    ([0, 1] as const).map((side) => ({
      net: names[side],
      said: sideText(words, model, slot, side),
    })),
  );
}

/** How many times as much the second net takes. */
export function ratio({ graphs: [a, b] }: Model, what: 'parameters' | 'macs'): string {
  return `×${(b[what] / a[what]).toFixed(2)}`;
}

/** The sentences beside the figure. */
export function describe(words: ArchitectureWords, params: Params, t: number): string {
  const model = modelOf(params);
  const names = netNames(words, params);
  const [strided, spd] = model.graphs;
  const { height, width, channels } = strided.picture;
  const totals = (side: 0 | 1) => {
    const { parameters, macs } = model.graphs[side];
    return words.totalsOf(names[side], thousands(parameters), macsText(macs));
  };
  const given = words.given(height, width, channels, strided.classes);
  const chosen = describeSlot(words, model, params.layer);
  if (acts.progress('mark', t) === 0)
    return `${words.start(totals(0), given, strided.nodes.length)} ${chosen}`;
  if (acts.progress('morph', t) < 1) return `${words.marked(totals(0), given)} ${chosen}`;
  const turned = words.turned({
    totals: totals(1),
    parameters: { ratio: ratio(model, 'parameters'), of: thousands(strided.parameters) },
    macs: { ratio: ratio(model, 'macs'), of: macsText(strided.macs) },
    strided: names[0],
    given,
    rows: spd.nodes.length,
    fates: fates(words, model.steps),
  });
  return `${turned} ${chosen}`;
}
