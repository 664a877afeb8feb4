// What a reader changed in a scene, as a value: moved, taken away, added. The scene itself stays its parameters.
import { clamp, TURN } from './arithmetic.ts';
import type { ClassName } from './classes.ts';

/** Where an object stands and how large it is, in world units: a picture is 128 of them wide, at any resolution. */
export interface Pose {
  /** of its middle */
  x: number;
  y: number;
  /** from bow to stern */
  length: number;
  /** direction in which it points, radians from +x towards +y (down) */
  angle: number;
}

/** What an object looks like: as the scene's own object of that number, or as one of a class that is made from a seed. */
export type Appearance = { own: number } | { kind: ClassName; seed: number };

/** An object that the reader put into the scene. */
export interface Addition extends Pose {
  /** Its own among the additions, as long as the page is open; a link numbers them anew. */
  key: number;
  look: Appearance;
}

/** What a reader changed in a scene. Plain data: it goes to a worker and compares by its text ({@link writeEdits}). */
export interface Edits {
  /** The scene's own objects that stand otherwise than it says, by their number; null: taken away. */
  own: Readonly<Record<number, Pose | null>>;
  added: readonly Addition[];
}

/** An object that stands in a scene, whoever put it there. */
export interface StandingObject extends Pose {
  /** Stable while others come and go. */
  id: string;
  kind: ClassName;
  look: Appearance;
  /** Whether the reader put it where it is. */
  edited: boolean;
}

/** A scene as it was generated. */
export const NO_EDITS: Edits = { own: {}, added: [] };

/** Steps of a place and of a length in a world unit: an eighth of a pixel is a whole number of them at 64, 96, 128, 192, 256. */
export const STEPS = 192;
/** Steps of an angle in a turn. */
export const ANGLES = 3600;
/** Shortest and longest that an object is made by hand, world units. */
export const LENGTHS = [1, 48] as const;
/** Additions at most. */
export const MOST_ADDED = 60;

export const ownId = (number: number): string => `own-${number}`;
export const addedId = (key: number): string => `added-${key}`;

/** The nearest pose that a link can carry: its middle in the picture, its length within {@link LENGTHS}. */
export function roundPose({ x, y, length, angle }: Pose): Pose {
  // -0 is no place of its own: a link has only 0.
  const place = (at: number) => Math.round(clamp(at, 0, 128) * STEPS) / STEPS + 0;
  const tenths = Math.round((angle / TURN) * ANGLES);
  return {
    x: place(x),
    y: place(y),
    length: Math.round(clamp(length, ...LENGTHS) * STEPS) / STEPS,
    angle: ((((tenths % ANGLES) + ANGLES) % ANGLES) * TURN) / ANGLES,
  };
}

/** An object stands elsewhere, turned or larger; ids that the scene does not know change nothing. */
export function withPose(edits: Edits, id: string, pose: Pose): Edits {
  const rounded = roundPose(pose);
  const own = ownNumber(id);
  if (own !== null) return { ...edits, own: { ...edits.own, [own]: rounded } };
  return {
    ...edits,
    added: edits.added.map((each) => (addedId(each.key) === id ? { ...each, ...rounded } : each)),
  };
}

/** An object is gone. */
export function without(edits: Edits, id: string): Edits {
  const own = ownNumber(id);
  if (own !== null) return { ...edits, own: { ...edits.own, [own]: null } };
  return { ...edits, added: edits.added.filter(({ key }) => addedId(key) !== id) };
}

/** One more object; `id` is what it is called. Where {@link MOST_ADDED} stand already, nothing comes and `id` is null. */
export function withAdded(
  edits: Edits,
  look: Appearance,
  pose: Pose,
): { edits: Edits; id: string | null } {
  if (edits.added.length >= MOST_ADDED) return { edits, id: null };
  const key = edits.added.reduce((most, each) => Math.max(most, each.key), -1) + 1;
  const added = [...edits.added, { key, look, ...roundPose(pose) }];
  return { edits: { ...edits, added }, id: addedId(key) };
}

/** The objects of a scene after the reader's edits, in the order in which they are painted: its own, then the added. */
export function standing(own: readonly StandingObject[], edits: Edits): StandingObject[] {
  const kept = own.flatMap((object, number) => {
    const pose = edits.own[number];
    if (pose === undefined) return [object];
    return pose === null ? [] : [{ ...object, ...pose, edited: true }];
  });
  const added = edits.added.flatMap(({ key, look, ...pose }) => {
    const kind = 'own' in look ? own[look.own]?.kind : look.kind;
    return kind ? [{ id: addedId(key), kind, look, ...pose, edited: true }] : [];
  });
  return [...kept, ...added];
}

function ownNumber(id: string): number | null {
  const number = id.match(/^own-(\d+)$/)?.[1];
  return number === undefined ? null : Number(number);
}
