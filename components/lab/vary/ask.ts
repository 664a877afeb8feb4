// One object at many lengths and places: each is a scene of its own, rendered and looked at in the workers.
import { answerTo, LENGTHS_ASKED, type ObjectAnswer, OFFSETS } from '#lib/analysis/index.ts';
import { filled } from '#lib/detector/index.ts';
import { scenes } from '#lib/scenes/client.ts';
import {
  type ClassName,
  type Edits,
  NO_EDITS,
  type Pose,
  type StandingObject,
  withPose,
} from '#lib/scenes/index.ts';
import type { SceneParameters } from '#lib/scenes/parameters.ts';
import type { Contender } from '../contenders.ts';

/** An object in its scene. */
export interface Subject {
  scene: SceneParameters;
  edits: Edits;
  object: StandingObject;
}

/** What each contender says of an object, asked again and again: [contender][time]. */
export type Answers = ObjectAnswer[][];

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

/** At every one of {@link LENGTHS_ASKED}. */
export function atLengths(subject: Subject, asking: Asking): Promise<Answers> {
  return answers(
    subject,
    LENGTHS_ASKED.map((length) => ({ length })),
    asking,
  );
}

/** At every one of {@link OFFSETS} along both axes, row by row; `every` second one is enough for a range. */
export function atOffsets(subject: Subject, asking: Asking, every = 1): Promise<Answers> {
  const { object, scene } = subject;
  const pixel = 128 / scene.resolution;
  const offsets = OFFSETS.filter((_, i) => i % every === 0);
  const poses = offsets.flatMap((dy) =>
    offsets.map((dx) => ({ x: object.x + dx * pixel, y: object.y + dy * pixel })),
  );
  return answers(subject, poses, asking);
}

/**
 * Others of a kind, one in each of the scenes that come after, each well inside its picture.
 *
 * @returns fewer than `count` where the scenes hardly have any
 */
export async function othersOf(
  kind: ClassName,
  scene: SceneParameters,
  count: number,
  signal: AbortSignal,
): Promise<Subject[]> {
  const found: Subject[] = [];
  for (let after = 1; after <= 30 * count && found.length < count && !signal.aborted; after++) {
    const other = { ...scene, seed: scene.seed + after };
    const { own } = await scenes().render(other);
    const object = own.find((each) => each.kind === kind && inside(each.x) && inside(each.y));
    if (object) found.push({ scene: other, edits: NO_EDITS, object });
  }
  return found;
}

function inside(at: number): boolean {
  return at >= 16 && at <= 112;
}

async function answers(
  { scene, edits, object }: Subject,
  poses: readonly Partial<Pose>[],
  { contenders, signal, step }: Asking,
): Promise<Answers> {
  const said: Answers = contenders.map(() => []);
  const one = async (at: number) => {
    const posed = withPose(edits, object.id, { ...object, ...poses[at] });
    const rendered = await scenes().render(scene, posed);
    const truth = rendered.objects[rendered.standing.findIndex(({ id }) => id === object.id)];
    const input = filled(rendered);
    await Promise.all(
      contenders.map(async ({ detector }, i) => {
        const { outputs } = await detector.run(input, { signal });
        said[i][at] = answerTo(detector.boxes(outputs, { scoreThreshold: FAINT }), truth);
      }),
    );
    step();
  };
  let next = 0;
  const lane = async () => {
    while (next < poses.length) await one(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return said;
}
