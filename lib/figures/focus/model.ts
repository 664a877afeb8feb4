import type { Declaration, Values } from '../../parameters/index.ts';
import { timeline } from '../kit/timeline.ts';

export const parameters = {
  stem: {
    kind: 'choice',
    label: 'YOLOv5 before',
    default: 'focus',
    options: [
      { value: 'focus', label: 'up to 5.0: Focus stem' },
      { value: 'conv', label: 'from 6.0: 6×6/2 stem' },
    ],
    help: 'What stands at the start of the network that is changed.',
  },
  width: {
    kind: 'choice',
    label: 'Width',
    default: 's',
    options: [
      { value: 'n', label: 'n' },
      { value: 's', label: 's' },
      { value: 'm', label: 'm' },
      { value: 'l', label: 'l' },
    ],
  },
  size: {
    kind: 'integer',
    label: 'Image size',
    min: 128,
    max: 1280,
    step: 128,
    default: 640,
    unit: 'px',
  },
} as const satisfies Declaration;

export type Params = Values<typeof parameters>;

const MULTIPLE = { n: 0.25, s: 0.5, m: 0.75, l: 1 };

/** A place where YOLOv5 halves a map. */
export interface Gate {
  name: string;
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
    name: string,
    where: Gate['where'],
    halvings: number,
    c: number,
    before: Gate['before'] = '3×3/2',
  ): Gate => ({ name, where, side: size / 2 ** halvings, channels: c, before });
  return {
    ...params,
    sides: [0, 1, 2, 3, 4, 5].map((halvings) => size / 2 ** halvings),
    gates: [
      gate('the stem', 'stem', 0, 3, stem === 'focus' ? 'focus' : '6×6/2'),
      gate('the second halving', 'backbone', 1, channels(128)),
      gate('the third', 'backbone', 2, channels(256)),
      gate('the fourth', 'backbone', 3, channels(512)),
      gate('the fifth', 'backbone', 4, channels(1024)),
      gate('the neck’s first', 'neck', 3, channels(256)),
      gate('the neck’s second', 'neck', 4, channels(512)),
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
    { name: 'stem', label: 'Focus, at the stem', seconds: 2.4 },
    ...gates
      .slice(1)
      .map((gate, i) => ({ name: `gate${i + 1}` as Act, label: gate.name, seconds: 1.5 })),
    { name: 'end', label: 'everywhere', seconds: 1 },
  ]);
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

export function describe(params: Params, t: number): string {
  const model = modelOf(params);
  const { gates, size, width, stem } = model;
  const { strided, spd } = counts(model, t);
  const { gate } = current(model, t);
  const what = `YOLOv5${width} halves an image of ${size} × ${size} pixels five times on the way down, and two maps again in its neck.`;
  const so = `Strided convolutions: ${strided}; space-to-depth: ${spd}.`;
  if (t === 0) return `${what} ${so}`;
  const now = gates[gate];
  if (gate === 0)
    return `${what} ${stem === 'focus' ? 'The stem is Focus' : 'The 6 × 6 stem with stride 2 is rewritten as Focus, the same layer'}: it deals each block of 2 × 2 pixels out to four sub-maps, ${shapes(now)}, before its convolution. ${so}`;
  if (t < 1)
    return `${what} At ${now.name} the same rearrangement takes the stride’s place: ${shapes(now)}. ${so}`;
  return `${what} In YOLOv5-SPD the rearrangement of the stem stands at all ${gates.length} places. ${so}`;
}
