// What is found out of one object as it shrinks and moves: on its own ground, and on others. It grows answer by answer.
import type { ReactiveControllerHost } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import { pieceAround, pieceImage } from '#components/kit/map-images.ts';
import type { PixelImage } from '#components/kit/pixel-image.ts';
import { LENGTHS_ASKED, OFFSETS } from '#lib/analysis/index.ts';
import type { Contender } from '../contenders.ts';
import {
  type Answers,
  type Asking,
  atLengths,
  atOffsets,
  onOtherGrounds,
  posed,
  type Subject,
  silence,
} from './ask.ts';

/** How far an asking is, in pictures. */
export interface Steps {
  done: number;
  all: number;
}

/** What was said so far of an object on one ground. */
export interface Said {
  lengths: Answers;
  offsets: Answers;
}

/** One more ground that the object was set on. */
export interface Ground extends Said {
  subject: Subject;
  /** The object there, and what is around it. */
  image: PixelImage;
}

/** On other grounds an object is asked about at every second offset. */
export const EVERY = 2;

const PLACES = OFFSETS.length ** 2;
const FEW_PLACES = Math.ceil(OFFSETS.length / EVERY) ** 2;
/** Least side of what is shown of a ground, px. */
const SIDE = 32;

/** The two askings, of an object where it stands and on other grounds, with all that was said: a stop loses nothing. */
export class Varying {
  readonly own: Answer<void, Steps>;
  readonly grounds: Answer<void, Steps>;
  private said: (Said & { of: string }) | undefined;
  private elsewhere: { of: string; all: Ground[]; wanted: number } | undefined;

  constructor(host: ReactiveControllerHost) {
    this.own = new Answer(host);
    this.grounds = new Answer(host);
  }

  /** What was said of an object on its own ground; undefined where that one was not asked about. */
  saidOf(key: string): Said | undefined {
    return this.said?.of === key ? this.said : undefined;
  }

  /** The other grounds that an object was set on, and how many were wanted. */
  groundsOf(key: string): { all: readonly Ground[]; wanted: number } {
    return this.elsewhere?.of === key ? this.elsewhere : { all: [], wanted: 0 };
  }

  /** Whether others were asked about, or the same before it was moved. */
  groundsOfOther(key: string): boolean {
    return this.elsewhere !== undefined && this.elsewhere.of !== key;
  }

  /** Asks about an object where it stands, unless it was. */
  ask(key: string, subject: Subject, contenders: readonly Contender[]): void {
    if (this.said?.of === key) return;
    const said = { of: key, lengths: silence({ contenders }), offsets: silence({ contenders }) };
    this.said = said;
    void this.own.ask(async (signal, tell) => {
      const asking = counted([said], LENGTHS_ASKED.length + PLACES, { contenders, signal }, tell);
      await atLengths(subject, asking, said.lengths);
      await atOffsets(subject, asking, said.offsets);
    });
  }

  /** Asks about an object on other grounds. */
  askElsewhere(
    key: string,
    subject: Subject,
    { contenders, count }: { contenders: readonly Contender[]; count: number },
  ): void {
    const elsewhere = { of: key, all: [] as Ground[], wanted: count };
    const { all } = elsewhere;
    this.elsewhere = elsewhere;
    void this.grounds.ask(async (signal, tell) => {
      const pictures = count * (LENGTHS_ASKED.length + FEW_PLACES);
      const asking = counted(all, pictures, { contenders, signal }, tell);
      const finish = async ({ subject, lengths, offsets }: Ground) => {
        await atLengths(subject, asking, lengths);
        await atOffsets(subject, asking, offsets, EVERY);
      };
      // Those that a stop left unfinished.
      for (const ground of all) await finish(ground);
      const after = all.at(-1)?.subject.scene.seed ?? subject.scene.seed;
      const open = { count: count - all.length, after };
      for await (const other of onOtherGrounds(subject, open, signal)) {
        const image = await portrait(other);
        if (signal.aborted) return;
        const said = { lengths: silence({ contenders }), offsets: silence({ contenders }) };
        const ground = { subject: other, image, ...said };
        all.push(ground);
        await finish(ground);
      }
    });
  }

  /** Stops what is asked about other objects than this. */
  heed(key: string): void {
    if (this.grounds.working && this.groundsOfOther(key)) this.grounds.stop();
  }
}

/** An asking that tells how far it is, what was known before it counted in. */
function counted(
  known: readonly Said[],
  all: number,
  asking: Omit<Asking, 'step'>,
  tell: (steps: Steps) => void,
): Asking {
  const answers = (of: Answers) => of[0]?.filter((answer) => answer !== undefined).length ?? 0;
  let done = known.reduce(
    (sum, { lengths, offsets }) => sum + answers(lengths) + answers(offsets),
    0,
  );
  tell({ done, all });
  return { ...asking, step: () => tell({ done: ++done, all }) };
}

async function portrait(subject: Subject): Promise<PixelImage> {
  const picture = await posed(subject);
  const { x, y, length } = subject.object;
  const scale = picture.width / 128;
  const side = Math.max(SIDE, Math.round(2 * length * scale));
  return pieceImage(picture, pieceAround(picture, x * scale, y * scale, side));
}
