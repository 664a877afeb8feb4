import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { lab as words } from '#content/words/en/lab.ts';
import {
  CLASSES,
  type Edits,
  MOST_ADDED,
  type Pose,
  type StandingObject,
  standing,
  withPose,
} from '#lib/scenes/index.ts';
import { addNew, type Command, carryOut, type Done } from './commands.ts';
import type { BarAction } from './edit-bar.ts';
import { History } from './history.ts';
import { keepingLast } from './last.ts';
import type { LabValues } from './parameters.ts';
import type { Handled } from './scene-handles.ts';

/** Which scene, and what was done to it: edits speak of the objects of one scene. */
export interface Snapshot {
  scene: Pick<LabValues, 'seed' | 'sizeMin' | 'sizeMax'>;
  edits: Edits;
}

const SAID: Readonly<Record<Command['do'], (object: string) => string>> = {
  move: words.edit.moved,
  stretch: words.edit.resized,
  turn: words.edit.turned,
  resize: words.edit.resized,
  copy: words.edit.copied,
  delete: words.edit.deleted,
};

/** What a new pose does to an object. */
function changeOf(object: Pose, pose: Pose): 'move' | 'turn' | 'resize' {
  if (pose.length !== object.length) return 'resize';
  return pose.angle === object.angle ? 'move' : 'turn';
}

/** What a reader does to a scene by hand: the edits, the way back, the object chosen, and a sentence of what was done. */
export class Editing implements ReactiveController {
  readonly history: History<Snapshot>;
  /** Id of the object that the reader speaks of. */
  selected: string | null = null;
  said = '';
  /** The scene's own objects; empty before they are known. */
  own: readonly StandingObject[] = [];
  /** Pixels a side of the picture. */
  resolution = 128;
  private readonly host: ReactiveControllerHost;
  private readonly changed: () => void;
  private readonly standingWith = keepingLast(standing);

  /** @param changed called after every step, there and back */
  constructor(host: ReactiveControllerHost, first: Snapshot, changed: () => void) {
    this.host = host;
    this.history = new History(first);
    this.changed = changed;
    host.addController(this);
  }

  hostConnected(): void {}

  get edits(): Edits {
    return this.history.value.edits;
  }

  /** What stands in the scene by now; the picture may be a moment behind. */
  get standing(): StandingObject[] {
    return this.standingWith(this.own, this.edits);
  }

  /** The same, as the keys ask for it. */
  get seen(): StandingObject[] {
    return this.standing;
  }

  get object(): StandingObject | null {
    return this.standing.find(({ id }) => id === this.selected) ?? null;
  }

  /** What a scene has of itself, as the last picture told. */
  know(of: Snapshot['scene'], own: readonly StandingObject[], resolution: number): void {
    const { seed, sizeMin, sizeMax } = this.history.value.scene;
    // A picture that was asked for before may come after.
    if (of.seed !== seed || of.sizeMin !== sizeMin || of.sizeMax !== sizeMax) return;
    this.own = own;
    this.resolution = resolution;
  }

  select(id: string | null): void {
    this.selected = id;
    this.host.requestUpdate();
  }

  /** Another scene, or the same without its edits. */
  reset(value: Snapshot, gesture?: string): void {
    this.history.set(value, gesture);
    this.selected = null;
    this.said = '';
    this.own = [];
  }

  handle({ id, command, pose, gesture }: Handled): void {
    this.selected = id;
    if (pose) {
      const { edits, object } = this;
      const done = { edits: withPose(edits, id, pose), selected: id };
      this.step(done, SAID[object ? changeOf(object, pose) : 'move'], gesture);
    } else if (command) this.command(command, gesture);
    else this.host.requestUpdate();
  }

  act(action: BarAction): void {
    if ('command' in action) this.command(action.command);
    else if ('go' in action) this.go(action.go);
    else if ('add' in action) {
      const { scene } = this.history.value;
      const usual = Math.sqrt(scene.sizeMin * scene.sizeMax);
      const kind = CLASSES.find((name) => name === action.add) ?? CLASSES[0];
      this.grown(addNew(this.edits, this.standing, kind, usual), words.edit.added);
    }
  }

  go(way: 'undo' | 'redo'): void {
    const before = this.history.value.scene;
    if (!this.history[way]()) return;
    if (this.history.value.scene !== before) this.own = [];
    this.said = way === 'undo' ? words.edit.undone : words.edit.redone;
    this.changed();
  }

  private command(command: Command, gesture?: string): void {
    const { object } = this;
    if (!object) return;
    const done = carryOut(this.edits, object, command, 128 / this.resolution);
    if (command.do === 'copy') this.grown(done, SAID.copy);
    else this.step(done, SAID[command.do], gesture, object);
  }

  /** A step that should have brought one more. */
  private grown(done: Done, said: (object: string) => string): void {
    if (done.edits !== this.edits) {
      this.step(done, said);
      return;
    }
    this.said = words.edit.full(MOST_ADDED);
    this.host.requestUpdate();
  }

  private step(
    { edits, selected }: Done,
    said: (object: string) => string,
    gesture?: string,
    gone?: StandingObject,
  ): void {
    this.history.set({ ...this.history.value, edits }, gesture);
    this.selected = selected;
    const object = this.object ?? gone;
    this.said = object ? said(this.nameOf(object)) : '';
    this.changed();
  }

  private nameOf({ kind, length, x, y }: StandingObject): string {
    const scale = this.resolution / 128;
    return words.edit.object(kind, length * scale, x * scale, y * scale);
  }
}
