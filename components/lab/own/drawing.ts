import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Frame, WHOLE } from '#components/kit/picture/picture.ts';
import { ownBoxes as words } from '#content/words/en/own-boxes.ts';
import type { Box, Truth } from '#lib/detection/index.ts';
import type { Command } from '../commands.ts';
import type { BarAction } from '../edit-bar.ts';
import { History } from '../history.ts';
import { keepingLast } from '../last.ts';
import type { BoxHandled } from './boxes.ts';
import {
  commanded,
  type DrawnBox,
  type Extent,
  inside,
  type SeenBox,
  seenIn,
  toShares,
  truthsOf,
} from './boxes.ts';

/** Boxes at most: a panel stays quick to drag in. */
const MOST = 200;
/** Side of a box that a button adds, as a share of the picture's shorter side. */
const USUAL = 0.12;

let made = 0;

/** The true boxes that a reader draws on a picture of their own, with the way back, and a sentence of what was done. */
export class Drawing implements ReactiveController {
  readonly history = new History<readonly DrawnBox[]>([]);
  selected: string | null = null;
  said = '';
  /** Whether a pointer on free ground draws a box. */
  draws: boolean;
  private readonly host: ReactiveControllerHost;
  private frame = WHOLE;
  private extent: Extent = { width: 1, height: 1 };
  /** What the detectors can find. */
  classes: readonly string[] = [];
  /** The class of the next box. */
  private next = '';
  /** The box that the gesture at hand draws. */
  private drawn: { gesture: string; id: string } | null = null;
  private readonly seenOf = keepingLast(seenIn);
  private readonly judgedBy = keepingLast(truthsOf);

  /** @param draws whether a pointer draws from the start; a finger would rather scroll */
  constructor(host: ReactiveControllerHost, draws: boolean) {
    this.host = host;
    this.draws = draws;
    host.addController(this);
  }

  hostConnected(): void {}

  /** The boxes of what is looked at. */
  get seen(): SeenBox[] {
    return this.seenOf(this.history.value, this.classes, this.frame, this.extent);
  }

  /** The class of the next box: the last that was chosen, where the detectors know it. */
  get kind(): string {
    return this.classes.includes(this.next) ? this.next : this.classes[0];
  }

  /** Classes of boxes, as the reader named them, that the detectors do not know. */
  get renamed(): string[] {
    const kinds = new Set(this.history.value.map(({ kind }) => kind));
    return [...kinds].filter((kind) => !this.classes.includes(kind));
  }

  /** What the detectors are judged by; null as long as nothing is drawn. */
  get truths(): Truth[] | null {
    return this.history.value.length === 0 ? null : this.judgedBy(this.seen, this.classes);
  }

  get object(): SeenBox | null {
    return this.seen.find(({ id }) => id === this.selected) ?? null;
  }

  /** A new picture: nothing is drawn on it. */
  begin(): void {
    this.history.begin([]);
    this.selected = null;
    this.said = '';
  }

  /** The detectors that are chosen can find these. */
  know(classes: readonly string[]): void {
    this.classes = classes;
  }

  /** Another part of the same picture, or other pixels of it. */
  look(frame: Frame, { width, height }: Extent): void {
    this.frame = frame;
    this.extent = { width, height };
  }

  select(id: string | null): void {
    this.selected = id;
    this.host.requestUpdate();
  }

  setDraws(draws: boolean): void {
    this.draws = draws;
    this.host.requestUpdate();
  }

  handle({ id, box, command, gesture }: BoxHandled): void {
    if (id === null && box && gesture) this.draw(box, gesture);
    else {
      this.selected = id;
      if (box) this.put(box, words.changed, gesture);
      else if (command) this.command(command, gesture);
      else this.host.requestUpdate();
    }
  }

  act(action: BarAction): void {
    if ('command' in action) this.command(action.command);
    else if ('go' in action) this.go(action.go);
    else if ('kind' in action) this.name(action.kind);
    else {
      const { width, height } = this.extent;
      const side = USUAL * Math.min(width, height);
      this.add({ x: (width - side) / 2, y: (height - side) / 2, width: side, height: side });
    }
  }

  go(way: 'undo' | 'redo'): void {
    if (!this.history[way]()) return;
    this.said = way === 'undo' ? words.undone : words.redone;
    this.host.requestUpdate();
  }

  /** The class of the chosen box, and of those that come. */
  private name(kind: string): void {
    this.next = kind;
    const { selected } = this;
    const named = this.history.value.map((box) => (box.id === selected ? { ...box, kind } : box));
    if (this.object) this.step(named, words.changed);
  }

  private draw(box: Box, gesture: string): void {
    if (this.drawn?.gesture !== gesture) {
      const id = this.add(box, gesture);
      this.drawn = id ? { gesture, id } : null;
      return;
    }
    this.selected = this.drawn.id;
    this.put(box, words.added, gesture);
  }

  /** One more box; its id, or null where there are too many. */
  private add(box: Box, gesture?: string, kind = this.kind): string | null {
    if (this.history.value.length >= MOST) {
      this.said = words.full(MOST);
      this.host.requestUpdate();
      return null;
    }
    const id = `box-${++made}`;
    const shares = toShares(inside(box, this.extent), this.frame, this.extent);
    this.selected = id;
    this.step([...this.history.value, { id, kind, ...shares }], words.added, gesture);
    return id;
  }

  /** The chosen box lies elsewhere. */
  private put(box: Box, said: (box: string) => string, gesture?: string): void {
    const shares = toShares(inside(box, this.extent), this.frame, this.extent);
    const { selected } = this;
    const put = this.history.value.map((each) =>
      each.id === selected ? { ...each, ...shares } : each,
    );
    this.step(put, said, gesture);
  }

  private command(command: Command, gesture?: string): void {
    const box = this.object;
    if (!box) return;
    const put = commanded(box, command);
    if (put) this.put(put, words.changed, gesture);
    else if (command.do === 'copy') {
      const { x, width } = box;
      const beside = x + 2 * width + 1 > this.extent.width ? x - width - 1 : x + width + 1;
      this.add({ ...box, x: beside }, undefined, box.kind);
    } else if (command.do === 'delete') {
      this.selected = null;
      const left = this.history.value.filter(({ id }) => id !== box.id);
      this.step(left, words.deleted, undefined, box);
    }
  }

  private step(
    boxes: readonly DrawnBox[],
    said: (box: string) => string,
    gesture?: string,
    gone?: SeenBox,
  ): void {
    this.history.set(boxes, gesture);
    const box = this.object ?? gone;
    this.said = box ? said(words.box(box.kind, box)) : '';
    this.host.requestUpdate();
  }
}
