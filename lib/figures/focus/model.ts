import type { Stop } from '../figure.ts';
import { stopsOf, timeline } from '../kit/timeline.ts';
import type { Params } from './parameters.ts';
import type { FocusWords } from './words.ts';

export type { Params };

const MULTIPLE = { n: 0.25, s: 0.5, m: 0.75, l: 1 };

/** A place where YOLOv5 halves a map. */
export interface Gate {
  where: 'stem' | 'backbone' | 'neck';
  /** Side of the map before, px. */
  side: number;
  /** Channels of the map that space-to-depth reads there in the published code. */
  channels: number;
  /** What stands there before anything is changed. */
  before: 'focus' | '6×6/2' | '3×3/2';
}

export interface Model extends Params {
  /** Stem, four in the backbone, two in the neck. */
  gates: Gate[];
  /** Sides of the maps of the backbone, px: the image and five halvings. */
  sides: number[];
}

export function modelOf(params: Params): Model {
  const { size, width, stem } = params;
  const channels = (c: number) => Math.ceil((c * MULTIPLE[width as keyof typeof MULTIPLE]) / 8) * 8;
  const gate = (
    where: Gate['where'],
    halvings: number,
    c: number,
    before: Gate['before'] = '3×3/2',
  ): Gate => ({ where, side: size / 2 ** halvings, channels: c, before });
  return {
    ...params,
    sides: [0, 1, 2, 3, 4, 5].map((halvings) => size / 2 ** halvings),
    gates: [
      gate('stem', 0, 3, stem === 'focus' ? 'focus' : '6×6/2'),
      gate('backbone', 1, channels(128)),
      gate('backbone', 2, channels(256)),
      gate('backbone', 3, channels(512)),
      gate('backbone', 4, channels(1024)),
      gate('neck', 3, channels(256)),
      gate('neck', 4, channels(512)),
    ],
  };
}

/** "(640, 640, 3) → (320, 320, 12)" */
export function shapes({ side, channels }: Gate): string {
  return `(${side}, ${side}, ${channels}) → (${side / 2}, ${side / 2}, ${4 * channels})`;
}

type Act = 'stem' | `gate${number}` | 'end';

export function acts({ gates }: Model) {
  return timeline<Act>([
    { name: 'stem', seconds: 2.4 },
    ...gates.slice(1).map((_, i) => ({ name: `gate${i + 1}` as Act, seconds: 1.5 })),
    { name: 'end', seconds: 1 },
  ]);
}

/** The stops in words. */
export function stops(words: FocusWords, model: Model): Stop[] {
  return stopsOf(acts(model), (act) =>
    act === 'stem' || act === 'end' ? words.stops[act] : words.gates[Number(act.slice(4))],
  );
}

/** How far a gate has been changed at t, 0..1. A Focus stem is space-to-depth from the start. */
export function changed(model: Model, t: number, i: number): number {
  if (i === 0 && model.stem === 'focus') return 1;
  return acts(model).eased(i === 0 ? 'stem' : `gate${i}`, t);
}

/** The gate that the picture of the rearrangement shows at t, and how far its pixels have flown. */
export function current(model: Model, t: number): { gate: number; flown: number } {
  const time = acts(model);
  for (let i = model.gates.length - 1; i >= 0; i--) {
    const through = time.progress(i === 0 ? 'stem' : `gate${i}`, t);
    if (through > 0 || i === 0) return { gate: i, flown: through };
  }
  return { gate: 0, flown: 0 };
}

/** How many gates are of each kind at t; one that is changing counts as it was. */
export function counts(model: Model, t: number): { strided: number; spd: number } {
  const spd = model.gates.filter((_, i) => changed(model, t, i) === 1).length;
  return { strided: model.gates.length - spd, spd };
}

export function describe(words: FocusWords, params: Params, t: number): string {
  const model = modelOf(params);
  const { gates, size, width, stem } = model;
  const { strided, spd } = counts(model, t);
  const { gate } = current(model, t);
  const what = words.what(width, size);
  const so = words.so(strided, spd);
  if (t === 0) return `${what} ${so}`;
  const now = shapes(gates[gate]);
  if (gate === 0) return `${what} ${words.stem(stem === 'focus', now)} ${so}`;
  if (t < 1) return `${what} ${words.at(words.gates[gate], now)} ${so}`;
  return `${what} ${words.everywhere(gates.length)} ${so}`;
}
