// What a reader does to an object of the scene: by key, by button, by hand.
import {
  type ClassName,
  type Edits,
  type Pose,
  type StandingObject,
  withAdded,
  without,
  withPose,
} from '#lib/scenes/index.ts';

/** Radians that a command turns an object by. */
const TURNED = Math.PI / 36;

/** Something to do with one object; `by` counts pixels of the picture. */
export type Command =
  | { do: 'move'; dx: number; dy: number }
  | { do: 'stretch'; dx: number; dy: number }
  | { do: 'turn'; steps: number }
  | { do: 'resize'; by: number }
  | { do: 'copy' }
  | { do: 'delete' };

type Keys = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'> & {
  getModifierState(name: string): boolean;
};

/** What a key says to the object that has the focus; null where it says nothing. */
export function commandOf(event: Keys): Command | null {
  // On many keyboards the brackets need AltGr, which looks like Ctrl and Alt.
  if (event.key === '[') return { do: 'turn', steps: -1 };
  if (event.key === ']') return { do: 'turn', steps: 1 };
  if ((event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph')) return null;
  const step = event.altKey ? 1 / 8 : 1;
  switch (event.key) {
    case 'ArrowLeft':
      return { do: 'move', dx: -step, dy: 0 };
    case 'ArrowRight':
      return { do: 'move', dx: step, dy: 0 };
    case 'ArrowUp':
      return { do: 'move', dx: 0, dy: -step };
    case 'ArrowDown':
      return { do: 'move', dx: 0, dy: step };
    case '+':
    case '=':
      return { do: 'resize', by: step };
    case '-':
    case '_':
      return { do: 'resize', by: -step };
    case 'c':
      return { do: 'copy' };
    case 'Delete':
    case 'Backspace':
      return { do: 'delete' };
    default:
      return null;
  }
}

export interface Done {
  edits: Edits;
  /** The object that the reader goes on with; null where it is gone. */
  selected: string | null;
}

/** @param scale world units in a pixel of the picture */
export function carryOut(
  edits: Edits,
  object: StandingObject,
  command: Command,
  scale: number,
): Done {
  const { id, x, y, length, angle } = object;
  const put = (pose: Partial<Pose>): Done => ({
    edits: withPose(edits, id, { x, y, length, angle, ...pose }),
    selected: id,
  });
  switch (command.do) {
    case 'move':
      return put({ x: x + command.dx * scale, y: y + command.dy * scale });
    case 'turn':
      return put({ angle: angle + command.steps * TURNED });
    case 'stretch':
      // What is seen from above keeps its proportions: it can be made longer, never wider.
      return { edits, selected: id };
    case 'resize':
      return put({ length: length + command.by * scale });
    case 'copy': {
      const step = 0.6 * length + 2;
      const beside = (at: number) => (at + step > 128 ? at - step : at + step);
      const copy = withAdded(edits, object.look, { x: beside(x), y: beside(y), length, angle });
      return { edits: copy.edits, selected: copy.id ?? id };
    }
    case 'delete':
      return { edits: without(edits, id), selected: null };
  }
}

/** A new object of a class where most room is; as long as the others of its class are, or else `usual` world units. */
export function addNew(
  edits: Edits,
  standing: readonly StandingObject[],
  kind: ClassName,
  usual: number,
): Done {
  const alike = standing.filter((object) => object.kind === kind).map(({ length }) => length);
  const length = alike.sort((a, b) => a - b)[Math.floor(alike.length / 2)] ?? usual;
  const seed = edits.added.reduce((most, { key }) => Math.max(most, key + 1), 0);
  const { edits: after, id } = withAdded(
    edits,
    { kind, seed },
    { ...freePlace(standing), length, angle: 0 },
  );
  return { edits: after, selected: id };
}

/** The place that is furthest from every object; of equal ones the nearest to the middle. */
function freePlace(standing: readonly StandingObject[]): { x: number; y: number } {
  const places = Array.from({ length: 49 }, (_, i) => ({
    x: 16 * (1 + (i % 7)),
    y: 16 * (1 + Math.floor(i / 7)),
  }));
  const room = ({ x, y }: { x: number; y: number }) =>
    Math.min(40, ...standing.map((object) => Math.hypot(object.x - x, object.y - y)));
  const away = ({ x, y }: { x: number; y: number }) => Math.hypot(x - 64, y - 64);
  return places.sort((a, b) => room(b) - room(a) || away(a) - away(b))[0];
}
