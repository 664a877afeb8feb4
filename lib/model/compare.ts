import type { Graph } from './graph.ts';
import { type Layer, layersOf } from './layers.ts';

/** What becomes of a step down when the strided net turns into the other. */
export type Fate =
  /** A stride, or a stem, gives way to space-to-depth. */
  | 'replaced'
  /** It goes, and nothing comes in its place. */
  | 'removed'
  /** It is still a stride in the other net. */
  | 'stays'
  /** The other net steps down where this one did not. */
  | 'added';

/** One place where a map becomes smaller. */
export interface StepDown {
  fate: Fate;
  stage: Layer['stage'];
  /** Both sides compute the same function, with the weights moved: nothing was changed. */
  same: boolean;
  /** Places in {@link Comparison.slots}: the strided layer, its counterpart, the space-to-depth. */
  slots: number[];
}

/** A layer of the strided net beside its counterpart; one of them may be missing. Indexes of the lists of layers. */
export interface Slot {
  strided?: number;
  spd?: number;
}

/** Two nets laid side by side. */
export interface Comparison {
  strided: Layer[];
  spd: Layer[];
  slots: Slot[];
  /** In the order of the slots. */
  steps: StepDown[];
}

/** Lays a strided net beside its SPD version, and finds out from both graphs what became of every step down. */
export function compareNets(stridedNet: Graph, spdNet: Graph): Comparison {
  const strided = layersOf(stridedNet);
  const spd = layersOf(spdNet);
  const slots = align(strided, spd);
  return { strided, spd, slots, steps: stepsOf(strided, spd, slots) };
}

/** What halves a map and has no weights, as space-to-depth does. */
const POOLS: ReadonlySet<Layer['kind']> = new Set(['max-pool', 'average-pool', 'blur-pool']);

/** How well two layers stand for each other; 0: not at all. */
function likeness(a: Layer, b: Layer): number {
  if (a.stage !== b.stage || a.shortcut !== b.shortcut) return 0;
  if (a.from[0] === -1 && b.from[0] === -1) return 5;
  if (a.kind !== b.kind) return POOLS.has(a.kind) && b.kind === 'space-to-depth' ? 2 : 0;
  if (a.kind === 'module') return a.module === b.module || a.row === b.row ? 3 : 0;
  if (a.kind !== 'convolution') return 3;
  return a.window?.kernel === b.window?.kernel ? 3 : 1;
}

/** The pairing, in the order of both lists, that has the most likeness in all. */
function align(a: Layer[], b: Layer[]): Slot[] {
  const best = Array.from({ length: a.length + 1 }, () => new Float64Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const like = likeness(a[i], b[j]);
      const paired = like > 0 ? like + best[i + 1][j + 1] : 0;
      best[i][j] = Math.max(paired, best[i + 1][j], best[i][j + 1]);
    }
  const slots: Slot[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const like = i < a.length && j < b.length ? likeness(a[i], b[j]) : 0;
    if (like > 0 && best[i][j] === like + best[i + 1][j + 1])
      slots.push({ strided: i++, spd: j++ });
    else if (j === b.length || (i < a.length && best[i][j] === best[i + 1][j]))
      slots.push({ strided: i++ });
    else slots.push({ spd: j++ });
  }
  return slots;
}

/** A window that leaves positions out: the global mean, which reads the whole map at once, is none. */
function isStrided({ window }: Layer): boolean {
  return (window?.stride ?? 1) > 1;
}

function stepsOf(strided: Layer[], spd: Layer[], slots: Slot[]): StepDown[] {
  const slotOf = (index: number) => slots.findIndex((slot) => slot.spd === index);
  const used = new Set<number>();
  const steps: StepDown[] = [];
  slots.forEach(({ strided: i, spd: j }, slot) => {
    const a = i === undefined ? undefined : strided[i];
    const b = j === undefined ? undefined : spd[j];
    const one = (fate: Fate, stage: Layer['stage']) =>
      steps.push({ fate, stage, same: false, slots: [slot] });
    if (b && isStrided(b)) one('stays', b.stage);
    else if (a && isStrided(a)) {
      const rearranged = j === undefined ? undefined : rearrangementBeside(spd, j, used);
      if (rearranged === undefined) one('removed', a.stage);
      else {
        used.add(rearranged);
        const places = [...new Set([slot, slotOf(rearranged)])].sort((x, y) => x - y);
        steps.push({ fate: 'replaced', stage: a.stage, same: sameWindow(a, b), slots: places });
      }
    }
  });
  spd.forEach((layer, j) => {
    if (layer.block && !used.has(j))
      steps.push({ fate: 'added', stage: layer.stage, same: false, slots: [slotOf(j)] });
  });
  return steps.sort((x, y) => x.slots[0] - y.slots[0]);
}

/** The space-to-depth in a layer, behind it, or before it. */
function rearrangementBeside(
  layers: Layer[],
  index: number,
  used: ReadonlySet<number>,
): number | undefined {
  const readers = layers.flatMap((layer, k) => (layer.from.includes(index) ? [k] : []));
  return [index, ...readers, ...layers[index].from].find(
    (k) => k >= 0 && layers[k].block !== undefined && !used.has(k),
  );
}

/** Space-to-depth by s and a k x k window is a window of s*k and stride s (lib/spd/kernels.ts). */
function sameWindow(a: Layer, b: Layer | undefined): boolean {
  if (!a.window || !b?.window || !b.block || a.output.channels !== b.output.channels) return false;
  const [wide, small] = [a.window, b.window];
  return (
    wide.kernel === b.block * small.kernel &&
    wide.stride === b.block * small.stride &&
    wide.padding === b.block * small.padding
  );
}

/** The steps of one fate. */
export function withFate(steps: readonly StepDown[], fate: Fate): StepDown[] {
  return steps.filter((step) => step.fate === fate);
}
