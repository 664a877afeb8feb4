// "Should I use it?": what an object's size, the resolution and a budget say by arithmetic alone. No dependency.

/** What one wiring costs at an input of 640 x 640. */
export interface NetworkCost {
  parameters: number;
  macs: number;
}

/** YOLOv5's sizes, small to large. */
export const sizes = ['n', 's', 'm', 'l'] as const;
export type ModelSize = (typeof sizes)[number];

/** Strided; as published (3x3, SPD, 1x1); as drawn (SPD, 3x3); as in many forks (SPD, 1x1). */
export const wirings = ['strided', 'published', 'drawn', 'fork'] as const;
export type Wiring = (typeof wirings)[number];

/** Counted at 640 x 640. */
export type Costs = Record<ModelSize, Record<Wiring, NetworkCost>>;

/** Side of the input that {@link Costs} are counted for, px. */
export const COUNTED_AT = 640;

/** Detectors of this family need sides that five halvings divide, px. */
export const MULTIPLE = 32;

/** Below this side a square object is small in COCO's sense, px. */
export const SMALL = 32;

/** Pixels a cell, at the five levels. */
export const strides = [2, 4, 8, 16, 32] as const;

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
  /** How many times the work of the model in use can be afforded. */
  budget: number;
}

/** Something that could be run instead. */
export interface Option {
  kind: 'now' | 'published' | 'drawn' | 'fork' | 'larger-input' | 'larger-model';
  size: ModelSize;
  input: number;
  /** Longer side of the object at that input, px. */
  object: number;
  parameters: number;
  macs: number;
  /** Work, as a multiple of the model in use. */
  factor: number;
  affordable: boolean;
}

/** - `large`: not small at the input
 * - `pixels`: the picture has pixels that the input throws away, and the budget buys some of them
 * - `try`: small, and the published wiring is within the budget
 * - `dear`: small, and it is not */
export type Verdict = 'large' | 'pixels' | 'try' | 'dear';

export interface Decision {
  /** Longer side of the object at the input, px. */
  object: number;
  /** How many cells it covers at each of {@link strides}. */
  cells: number[];
  options: Option[];
  /** The input at which the strided model costs what the published wiring costs now. */
  equalInput: number;
  verdict: Verdict;
}

/** Length of a thing of `object` px in a picture of `picture` px, once the picture has `input` px. Never enlarged. */
export function lengthAt({ object, picture }: Situation, input: number): number {
  return (object * Math.min(input, picture)) / picture;
}

/** The options in a fixed order, and what the rules say. */
export function decide(situation: Situation, costs: Costs): Decision {
  const { size, input, budget, picture } = situation;
  const scale = (side: number) => (side / COUNTED_AT) ** 2;
  const now = costs[size].strided.macs * scale(input);
  const option = (kind: Option['kind'], of: ModelSize, wiring: Wiring, side: number): Option => {
    const macs = costs[of][wiring].macs * scale(side);
    return {
      kind,
      size: of,
      input: side,
      object: lengthAt(situation, side),
      parameters: costs[of][wiring].parameters,
      macs,
      factor: macs / now,
      affordable: macs <= now * budget * (1 + 1e-9),
    };
  };
  /** The largest allowed input for so many times the work; not beyond the picture. */
  const inputFor = (factor: number) =>
    Math.max(input, Math.min(floor(input * Math.sqrt(factor)), ceil(picture)));
  const published = option('published', size, 'published', input);
  const larger = inputFor(budget);
  const next = sizes[sizes.indexOf(size) + 1];
  const options = [
    option('now', size, 'strided', input),
    published,
    option('drawn', size, 'drawn', input),
    option('fork', size, 'fork', input),
    ...(larger > input ? [option('larger-input', size, 'strided', larger)] : []),
    ...(next ? [option('larger-model', next, 'strided', input)] : []),
  ];
  const object = lengthAt(situation, input);
  return {
    object,
    cells: strides.map((stride) => object / stride),
    options,
    equalInput: inputFor(published.factor),
    verdict: verdictOf(object, larger > input, published.affordable),
  };
}

function verdictOf(object: number, morePixels: boolean, affordable: boolean): Verdict {
  if (object >= SMALL) return 'large';
  if (morePixels) return 'pixels';
  return affordable ? 'try' : 'dear';
}

const floor = (side: number) => Math.floor(side / MULTIPLE + 1e-9) * MULTIPLE;
const ceil = (side: number) => Math.ceil(side / MULTIPLE) * MULTIPLE;
