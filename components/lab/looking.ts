import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import { loadCode } from '#components/kit/load-code.ts';
import type { Frame, Picture } from '#components/kit/picture/picture.ts';
import type { Truth } from '#lib/detection/index.ts';
import type { Progress } from '#lib/engine/download.ts';
import { scenes } from '#lib/scenes/client.ts';
import type { Edits, SceneParameters, StandingObject } from '#lib/scenes/index.ts';
import type { DetectorName } from './choices.ts';
import type { Contender, ContendersOwner, Found } from './contenders.ts';

/** What the detectors look at: a scene, whose objects are known, or the reader's own picture. */
export interface Subject {
  picture: Picture;
  truths: Truth[] | null;
  /** Of the reader's own picture: which part of it. */
  frame?: Frame;
  /** What the scene was generated from. */
  scene?: SceneParameters;
  /** What stands in the scene of itself. */
  own?: StandingObject[];
  /** What stands in it with the reader's edits, in the order of `truths`. */
  standing?: StandingObject[];
}

/** A scene to be looked at, with what is there; `judged`: whether it can tell right from wrong. */
export async function sceneSubject(
  scene: SceneParameters,
  edits: Edits,
  judged: boolean,
): Promise<Subject & Required<Pick<Subject, 'own'>>> {
  const picture = await scenes().render(scene, edits);
  const { own, standing, objects } = picture;
  return { picture, truths: judged ? objects : null, scene, own, standing };
}

/** What was found, by whom, in what: none of it is true of another subject. */
export interface Sight {
  subject: Subject;
  contenders: Contender[];
  /** In the order of the contenders. */
  found: Found[];
}

/** What was found, held against these truths: a reader draws them after the detectors have looked. */
export function judgedBy(sight: Sight | null, truths: Truth[] | null): Sight | null {
  if (!sight || sight.subject.truths === truths) return sight;
  // A scene brings its own.
  if (!sight.subject.frame) return sight;
  return { ...sight, subject: { ...sight.subject, truths } };
}

interface Wish {
  names: readonly DetectorName[];
  subject: () => Subject | Promise<Subject>;
}

/** A picture that waits longer than this for its boxes is shown without them, milliseconds. */
const TOGETHER = 250;

/**
 * Shows detectors a picture that changes. The newest wish counts; while one is being looked at, the newest waits for its
 * turn, so that answers keep coming however fast an object is dragged. A picture and its boxes appear together.
 */
export class Looking implements ReactiveController {
  /** What is on the page; undefined before the first scene is there. */
  subject: Subject | undefined;
  readonly answer: Answer<Sight, Progress>;
  private readonly host: ReactiveControllerHost;
  private readonly folder: () => string;
  private owner: ContendersOwner | null = null;
  private wish: Wish | undefined;
  private next: Wish | undefined;
  /** Whose detectors are loaded. */
  private held: readonly DetectorName[] = [];

  /** @param folder address of the folder of the weights */
  constructor(host: ReactiveControllerHost, folder: () => string) {
    this.host = host;
    this.folder = folder;
    this.answer = new Answer<Sight, Progress>(host, {
      // With its boxes, at once: between the two all marks would be taken away and made anew.
      onAnswer: ({ subject }) => this.show(subject),
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.next = undefined;
    this.held = [];
    void this.owner?.release();
  }

  /** What was found in the picture that is shown, where that is the newest; null while it is not known. */
  get current(): Sight | null {
    const { status } = this.answer;
    return status === 'done' && !this.next ? this.shown : null;
  }

  /** What was found in the picture that is shown, be there a newer one on its way or not. */
  get shown(): Sight | null {
    const { value } = this.answer;
    return value && value.subject === this.subject ? value : null;
  }

  /** The same, where these were the ones who looked. */
  seenBy(names: readonly DetectorName[]): Sight | null {
    const { shown } = this;
    const found = shown?.contenders.map(({ name }) => name);
    return found?.join() === names.join() ? shown : null;
  }

  look(wish: Wish): void {
    if (this.answer.working && this.holds(wish.names)) this.next = wish;
    else void this.run(wish);
  }

  private holds(names: readonly DetectorName[]): boolean {
    return names.join() === this.held.join();
  }

  private async run(wish: Wish): Promise<void> {
    this.wish = wish;
    this.next = undefined;
    const made: { subject?: Subject } = {};
    await this.answer.ask(async (signal, tell) => {
      const rendered = await wish.subject();
      made.subject = rendered;
      const alone = setTimeout(
        () => {
          if (!signal.aborted) this.show(rendered);
        },
        this.holds(wish.names) ? TOGETHER : 0,
      );
      try {
        const part = await loadCode(() => import('./engine-part.ts'));
        this.owner ??= new part.ContendersOwner(new URL(this.folder(), document.baseURI).href);
        const contenders = await this.owner.hold(wish.names, { signal, onProgress: tell });
        this.held = wish.names;
        const found = await part.look(contenders, rendered.picture, { signal, warm: true });
        return { subject: rendered, contenders, found };
      } finally {
        clearTimeout(alone);
      }
    });
    if (this.wish !== wish) return;
    if (made.subject && made.subject !== this.subject) this.show(made.subject);
    const next = this.waiting();
    if (!next) return;
    if (this.answer.status === 'done') await this.run(next);
    else this.show(await next.subject());
  }

  /** The wish that waits, which no longer does. */
  private waiting(): Wish | undefined {
    const { next } = this;
    this.next = undefined;
    return next;
  }

  private show(subject: Subject): void {
    this.subject = subject;
    this.host.requestUpdate();
  }
}
