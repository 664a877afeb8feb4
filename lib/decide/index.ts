// "Should you use it?": what an object's size, the resolution, the device and a budget say by arithmetic and by what was
// measured. No dependency.
import {
  COUNTED_AT,
  type Device,
  type Facts,
  type ModelSize,
  sizes,
  type Wiring,
} from './facts.ts';

export * from './facts.ts';

/** Detectors of this family need sides that five halvings divide, px. */
export const MULTIPLE = 32;

/** Below this side a square object is small in COCO's sense, px. */
export const SMALL = 32;

/** Pixels a cell at the finest level that detects. */
export const FINEST = 8;

/** A reader's situation; all lengths in px. */
export interface Situation {
  /** Longer side of the object in the picture as it was taken. */
  object: number;
  /** Longer side of that picture. */
  picture: number;
  /** Side of the network's input. */
  input: number;
  /** Size of the strided model in use. */
  size: ModelSize;
  /** What runs it. */
  device: Device;
  /** Whether few weights count for more than anything else. */
  file: boolean;
  /** How many times the work, or the time, of the model in use can be afforded. */
  budget: number;
}

export type Kind =
  | 'now'
  | 'published'
  | 'wide'
  | 'drawn'
  | 'fork'
  | 'larger-input'
  | 'larger-model';

/** Something that could be run instead. */
export interface Option {
  kind: Kind;
  size: ModelSize;
  input: number;
  /** Longer side of the object at that input, px. */
  object: number;
  parameters: number;
  /** Numbers in its largest map at that input. */
  largest: number;
  /** Numbers that space-to-depth moves at that input. */
  moved: number;
  macs: number;
  /** Work, as a multiple of the model in use. */
  factor: number;
  /** Time of a pass as a multiple of the model in use, on such a device; undefined where nobody measured it. */
  time?: number;
  /** Points of AP over the strided network in our own runs; undefined where there are none. */
  gain?: string;
  /** Neither the work nor a time that is known goes beyond the budget. */
  affordable: boolean;
}

/** - `large`: not small at the input
 * - `pixels`: the picture has pixels that the input throws away, and the budget buys some of them
 * - `dear`: small, but SPD's work is beyond the budget
 * - `memory`: a microcontroller, of which nothing is measured: its memory decides first
 * - `measure`: an accelerator that is short of room for weights: the published wiring is short of weights, but was slow on one
 * - `try`: the published wiring, which makes more of each weight
 * - `wide`: the strided network at the published one's work */
export type Verdict = 'large' | 'pixels' | 'dear' | 'memory' | 'measure' | 'try' | 'wide';

export interface Decision {
  /** Longer side of the object at the input, px. */
  object: number;
  options: Option[];
  /** The input at which the strided model costs what the published wiring costs now. */
  equalInput: number;
  verdict: Verdict;
  /** The option that the verdict names, if it names one. */
  answer?: Kind;
}

const ANSWERS: Partial<Record<Verdict, Kind>> = {
  large: 'now',
  pixels: 'larger-input',
  dear: 'now',
  try: 'published',
  wide: 'wide',
};

/** Length of a thing of `object` px in a picture of `picture` px, once the picture has `input` px. Never enlarged. */
export function lengthAt({ object, picture }: Situation, input: number): number {
  return (object * Math.min(input, picture)) / picture;
}

/** The options in a fixed order, and what the rules say. */
export function decide(situation: Situation, { costs, times, gains }: Facts): Decision {
  const { size, input, budget, picture, device } = situation;
  const scale = (side: number) => (side / COUNTED_AT) ** 2;
  const now = costs[size].strided.macs * scale(input);
  const known = times[device][size];
  const option = (kind: Kind, of: ModelSize, wiring: Wiring, side: number): Option => {
    const { parameters, macs, largest, moved } = costs[of][wiring];
    const factor = (macs * scale(side)) / now;
    const alike = of === size && side === input;
    const time = kind === 'now' ? known && 1 : alike ? known?.[wiring] : undefined;
    return {
      kind,
      size: of,
      input: side,
      object: lengthAt(situation, side),
      parameters,
      largest: largest * scale(side),
      moved: moved * scale(side),
      macs: macs * scale(side),
      factor,
      time,
      gain: alike ? gains[wiring] : undefined,
      affordable: Math.max(factor, time ?? 0) <= budget * (1 + 1e-9),
    };
  };
  /** The largest allowed input for so many times the work; not beyond the picture. */
  const inputFor = (factor: number) =>
    Math.max(input, Math.min(floor(input * Math.sqrt(factor)), ceil(picture)));
  const published = option('published', size, 'published', input);
  const wide = option('wide', size, 'wide', input);
  const larger = inputFor(budget);
  const next = sizes[sizes.indexOf(size) + 1];
  const verdict = verdictOf(situation, larger > input, published.affordable, wide.affordable);
  return {
    object: lengthAt(situation, input),
    options: [
      option('now', size, 'strided', input),
      published,
      wide,
      option('drawn', size, 'drawn', input),
      option('fork', size, 'fork', input),
      ...(larger > input ? [option('larger-input', size, 'strided', larger)] : []),
      ...(next ? [option('larger-model', next, 'strided', input)] : []),
    ],
    equalInput: inputFor(published.factor),
    verdict,
    answer: ANSWERS[verdict],
  };
}

function verdictOf(
  situation: Situation,
  morePixels: boolean,
  published: boolean,
  wide: boolean,
): Verdict {
  const { device, file, input } = situation;
  if (lengthAt(situation, input) >= SMALL) return 'large';
  if (morePixels) return 'pixels';
  if (!published && !wide) return 'dear';
  if (device === 'mcu') return 'memory';
  if (file && device === 'npu') return 'measure';
  if (file) return published ? 'try' : 'dear';
  return wide ? 'wide' : 'try';
}

const floor = (side: number) => Math.floor(side / MULTIPLE + 1e-9) * MULTIPLE;
const ceil = (side: number) => Math.ceil(side / MULTIPLE) * MULTIPLE;
