// One object at many lengths and places: each is a scene of its own, rendered and looked at in the workers.
import { answerTo, LENGTHS_ASKED, type ObjectAnswer, OFFSETS } from '#lib/analysis/index.ts';
import { filled } from '#lib/detector/index.ts';
import { scenes } from '#lib/scenes/client.ts';
import {
  type EditedScene,
  type Edits,
  GUEST,
  NO_EDITS,
  type Pose,
  type StandingObject,
  without,
  withPose,
} from '#lib/scenes/index.ts';
import type { SceneParameters } from '#lib/scenes/parameters.ts';
import type { Contender } from '../contenders.ts';

/** An object in a scene. */
export interface Subject {
  scene: SceneParameters;
  edits: Edits;
  object: StandingObject;
  /** The scene that it is from, where it stands in another. */
  from?: SceneParameters;
}

/** What each contender says of an object, asked again and again: [contender][time]; nothing where it was not asked yet. */
export type Answers = (ObjectAnswer | undefined)[][];

/** Who is asked, and how the asking can end and show how far it is. */
export interface Asking {
  contenders: readonly Contender[];
  signal: AbortSignal;
  /** Called after each picture. */
  step: () => void;
}

/** Pictures under way at once: one is rendered while another is looked at. */
const AT_ONCE = 3;
/** Boxes fainter than this are none. */
const FAINT = 0.01;
/** Scenes that are tried for each that is wanted. */
const TRIES = 30;

/** Every one of {@link LENGTHS_ASKED}, the longest first: an object is shrunk. */
const SHRINKING = LENGTHS_ASKED.map((_, i) => LENGTHS_ASKED.length - 1 - i);

/** Places of {@link OFFSETS} along both axes, row by row; `every` second one is enough for a range. */
function offsetsAsked(every = 1): { dx: number; dy: number }[] {
  const offsets = OFFSETS.filter((_, i) => i % every === 0);
  return offsets.flatMap((dy) => offsets.map((dx) => ({ dx, dy })));
}

/** Nobody has said anything. */
export function silence({ contenders }: Pick<Asking, 'contenders'>): Answers {
  return contenders.map(() => []);
}

/** At every one of {@link LENGTHS_ASKED} that is not answered yet: the answers go into `said`, one by one. */
export function atLengths(subject: Subject, asking: Asking, said: Answers): Promise<void> {
  const poses = LENGTHS_ASKED.map((length) => ({ length }));
  return answers(subject, { poses, order: SHRINKING }, asking, said);
}

/** At every one of {@link offsetsAsked} that is not answered yet: the answers go into `said`, one by one. */
export function atOffsets(
  subject: Subject,
  asking: Asking,
  said: Answers,
  every = 1,
): Promise<void> {
  const { object, scene } = subject;
  const pixel = 128 / scene.resolution;
  const poses = offsetsAsked(every).map(({ dx, dy }) => ({
    x: object.x + dx * pixel,
    y: object.y + dy * pixel,
  }));
  return answers(subject, { poses, order: poses.map((_, i) => i) }, asking, said);
}

/**
 * The same object in the scenes that come after, one after the other: of its class, length, angle and colours, in the
 * place of one of its kind. Ends early where hardly any scene has such a place.
 *
 * @param after seed of the scene before the first that is tried
 */
export async function* onOtherGrounds(
  { scene, object }: Subject,
  { count, after }: { count: number; after: number },
  signal: AbortSignal,
): AsyncGenerator<Subject> {
  let found = 0;
  for (let next = 1; next <= TRIES * count && found < count && !signal.aborted; next++) {
    const other = { ...scene, seed: after + next };
    const seat = await scenes().seat(other, { ...object, from: scene });
    if (!seat) continue;
    found++;
    const { x, y, gone } = seat;
    const edits = gone === null ? NO_EDITS : without(NO_EDITS, gone);
    yield { scene: other, edits, object: { ...object, id: GUEST, x, y }, from: scene };
  }
}

/** The object's scene, with the object as the pose says. */
export function posed(
  { scene, edits, object, from }: Subject,
  pose: Partial<Pose> = {},
): Promise<EditedScene> {
  const stands = { ...object, ...pose };
  return from
    ? scenes().render(scene, edits, { ...stands, from })
    : scenes().render(scene, withPose(edits, object.id, stands));
}

async function answers(
  subject: Subject,
  { poses, order }: { poses: readonly Partial<Pose>[]; order: readonly number[] },
  { contenders, signal, step }: Asking,
  said: Answers,
): Promise<void> {
  const { id } = subject.object;
  const one = async (at: number) => {
    const rendered = await posed(subject, poses[at]);
    const truth = rendered.objects[rendered.standing.findIndex((each) => each.id === id)];
    const input = filled(rendered);
    const told = await Promise.all(
      contenders.map(async ({ detector }) => {
        const { outputs } = await detector.run(input, { signal });
        return answerTo(detector.boxes(outputs, { scoreThreshold: FAINT }), truth);
      }),
    );
    told.forEach((answer, i) => {
      said[i][at] = answer;
    });
    step();
  };
  const open = order.filter((at) => said.some((each) => each[at] === undefined));
  let next = 0;
  const lane = async () => {
    while (next < open.length && !signal.aborted) await one(open[next++]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
