import type { Fate, StepDown } from '#lib/model/compare.ts';
import type { Layer } from '#lib/model/layers.ts';
import { mix, stagger } from '../kit/timeline.ts';
import type { Layout, PlacedBox, Spot } from './layout.ts';
import { acts, type Model } from './model.ts';
import type { ArchitectureWords } from './words.ts';

/** How far the drawing has come. */
export interface Moment {
  /** The marks, 0 to 1. */
  marks: number;
  /** Each slot on its way from the strided net to the other, 0 to 1. */
  morph: number[];
  /** The same for the net as a whole. */
  whole: number;
}

export function momentAt({ slots }: Model, t: number): Moment {
  const morph = acts.progress('morph', t);
  return {
    marks: acts.eased('mark', t),
    morph: slots.map((_, i) => stagger(morph, i, slots.length, 0.6)),
    whole: acts.eased('morph', t),
  };
}

/** One slot as it is drawn now. */
export interface Drawn {
  slot: number;
  place: Spot;
  opacity: number;
  strided: Layer | undefined;
  spd: Layer | undefined;
  /** 0: the strided layer, 1: the other. */
  u: number;
}

export function drawnSlots(model: Model, where: Layout, at: Moment): Drawn[] {
  return model.slots.map(({ strided: i, spd: j }, slot) => {
    const u = at.morph[slot];
    const a = i === undefined ? undefined : where.strided[i];
    const b = j === undefined ? undefined : where.spd[j];
    const start = a ?? bud(model, where, slot) ?? (b as Spot);
    const end = b ?? (a as Spot);
    return {
      slot,
      place: { ...end, ...between(start, end, u) },
      opacity: a && b ? 1 : a ? 1 - u : u,
      strided: i === undefined ? undefined : model.strided[i],
      spd: j === undefined ? undefined : model.spd[j],
      u,
    };
  });
}

/** A layer that comes anew begins where the stride was that it replaces. */
function bud({ steps, slots }: Model, where: Layout, slot: number): Spot | undefined {
  const step = steps.find(({ slots: places }) => places.includes(slot));
  const index = step?.slots.map((place) => slots[place].strided).find((i) => i !== undefined);
  return index === undefined ? undefined : where.strided[index];
}

function between(a: PlacedBox, b: PlacedBox, u: number): PlacedBox {
  return {
    x: mix(a.x, b.x, u),
    y: mix(a.y, b.y, u),
    width: mix(a.width, b.width, u),
    height: mix(a.height, b.height, u),
  };
}

/** A step's mark on one box. */
export interface Mark {
  slot: number;
  fate: Fate;
  /** Number among the replaced ones, from 1; 0 for the others. */
  number: number;
  same: boolean;
  /** On the box that carries the badge. */
  first: boolean;
}

export function marksOf(steps: readonly StepDown[], { slots }: Model): Mark[] {
  let number = 0;
  return steps.flatMap(({ fate, same, slots: places }) => {
    if (fate === 'replaced') number++;
    // The badge stands on the layer that both nets have, so that it does not jump.
    const carrier = places.find((place) => slots[place].strided !== undefined) ?? places[0];
    return places.map((slot) => ({
      slot,
      fate,
      number: fate === 'replaced' ? number : 0,
      same,
      first: slot === carrier,
    }));
  });
}

/** All that is drawn at a moment. */
export interface Scene {
  words: ArchitectureWords;
  model: Model;
  where: Layout;
  at: Moment;
  drawn: Drawn[];
  marks: Mark[];
  /** The slot whose numbers are shown. */
  chosen: number;
}
