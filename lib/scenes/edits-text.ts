// Edits as a short text for an address. Version 1 is `1_item_item…`; whole numbers are in base 36:
//   m3.x.y.l.a    the scene's own object 3 stands at (x, y), is l long and points along a
//   r3  r3-7      its own object 3 is gone, or those from 3 to 7
//   c3.x.y.l.a    one more that looks like its own object 3
//   n2.s.x.y.l.a  a new one of class 2 (its place in CLASSES), made from the seed s
// x, y and l count steps of a 192nd of a world unit, a counts tenths of a degree.
import { TURN } from './arithmetic.ts';
import { CLASSES } from './classes.ts';
import {
  type Addition,
  ANGLES,
  type Appearance,
  type Edits,
  LENGTHS,
  MOST_ADDED,
  NO_EDITS,
  type Pose,
  STEPS,
} from './edits.ts';

const VERSION = '1';
/** Numbers of own objects that are read. */
const MOST_OWN = 100;
/** Seeds of a new object's look. */
export const LOOKS = 36 ** 3;

export interface ReadEdits {
  edits: Edits;
  /** The items that say nothing, as they were written; the whole text where its version is not known. */
  refused: string[];
}

/** The edits as a text that {@link readEdits} brings back, empty where nothing was edited; equal edits, equal text. */
export function writeEdits({ own, added }: Edits): string {
  const entries = Object.entries(own).map(([number, pose]) => [Number(number), pose] as const);
  const moved = entries.flatMap(([number, pose]) => (pose ? [`m${item(number, pose)}`] : []));
  const removed = runs(entries.filter(([, pose]) => pose === null).map(([number]) => number)).map(
    ([first, last]) => `r${first.toString(36)}${last > first ? `-${last.toString(36)}` : ''}`,
  );
  const items = [...moved, ...removed, ...added.map(addition)];
  return items.length === 0 ? '' : [VERSION, ...items].join('_');
}

function item(number: number, { x, y, length, angle }: Pose): string {
  const steps = [x, y, length].map((value) => Math.round(value * STEPS));
  const tenths = Math.round((angle / TURN) * ANGLES);
  return [number, ...steps, tenths].map((whole) => whole.toString(36)).join('.');
}

function addition({ look, ...pose }: Addition): string {
  if ('own' in look) return `c${item(look.own, pose)}`;
  return `n${CLASSES.indexOf(look.kind)}.${item(look.seed, pose)}`;
}

/** Ascending numbers as runs, each from its first to its last. */
function runs(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = found.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else found.push([number, number]);
  }
  return found;
}

/** What a text says that was edited. Whatever it is, it can be read: what makes no sense is left out and named. */
export function readEdits(text: string): ReadEdits {
  if (text === '') return { edits: NO_EDITS, refused: [] };
  const [version, ...items] = text.split('_');
  if (version !== VERSION) return { edits: NO_EDITS, refused: [text] };
  const own: Record<number, Pose | null> = {};
  const added: Addition[] = [];
  const refused = items.filter((written) => !readItem(written, own, added));
  return { edits: { own, added }, refused };
}

/** Whether the item said something; what it said stands in `own` or `added` then. */
function readItem(written: string, own: Record<number, Pose | null>, added: Addition[]): boolean {
  const numbers = written.slice(1).split(/[.-]/).map(whole);
  const take = (look: Appearance | null, pose: Pose | null): boolean => {
    if (!look || !pose || added.length >= MOST_ADDED) return false;
    added.push({ key: added.length, look, ...pose });
    return true;
  };
  switch (written[0]) {
    case 'm': {
      const pose = poseOf(numbers.slice(1));
      if (!pose || !isOwn(numbers[0])) return false;
      own[numbers[0]] = pose;
      return true;
    }
    case 'r': {
      const [first, last = first] = numbers;
      if (numbers.length > 2 || !isOwn(first) || !isOwn(last) || last < first) return false;
      for (let number = first; number <= last; number++) own[number] = null;
      return true;
    }
    case 'c':
      return take(isOwn(numbers[0]) ? { own: numbers[0] } : null, poseOf(numbers.slice(1)));
    case 'n': {
      const [kind, seed] = [CLASSES[numbers[0]], numbers[1]];
      return take(kind && seed < LOOKS ? { kind, seed } : null, poseOf(numbers.slice(2)));
    }
    default:
      return false;
  }
}

/** A whole number of at most five digits in base 36; NaN for anything else. */
function whole(written: string): number {
  return /^[0-9a-z]{1,5}$/.test(written) ? Number.parseInt(written, 36) : Number.NaN;
}

function isOwn(number: number): boolean {
  return number >= 0 && number < MOST_OWN;
}

function poseOf(numbers: readonly number[]): Pose | null {
  const [x, y, length, angle] = numbers;
  const fits =
    numbers.length === 4 &&
    x <= 128 * STEPS &&
    y <= 128 * STEPS &&
    length >= LENGTHS[0] * STEPS &&
    length <= LENGTHS[1] * STEPS &&
    angle < ANGLES;
  if (!fits) return null;
  return {
    x: x / STEPS,
    y: y / STEPS,
    length: length / STEPS,
    angle: (angle * TURN) / ANGLES,
  };
}
