// An object of one scene on the ground of another.
import { CLASSES } from './classes.ts';
import { type Appearance, ownId, type Pose, type StandingObject } from './edits.ts';
import { near } from './geometry.ts';
import type { GroundParameters } from './parameters.ts';
import { footprintOf, type Placed } from './populate.ts';
import { clearOf } from './trees.ts';
import type { World } from './world.ts';

/** An object that stands in a scene it is not from: of its class, with its colours, where the pose says. */
export interface Guest extends Pose, Pick<StandingObject, 'kind'> {
  look: Appearance;
  /** The scene whose object it is: it looks as it does there. */
  from: GroundParameters;
}

/** What a guest is called among those that stand in a scene. */
export const GUEST = 'guest';

/** Where a guest can stand: in the place of one of its kind. */
export interface Seat {
  /** of its middle, world units */
  x: number;
  y: number;
  /** Id of the one in whose place it stands; null where that one is not shown. */
  gone: string | null;
}

/** A world that is asked for a place. */
export interface Host {
  /** All that can stand in it; the first `shown` do. */
  fitting: readonly Placed[];
  shown: number;
  world: Pick<World, 'roofs' | 'trees'>;
  /** Side of a pixel, world units. */
  pixel: number;
}

/** A guest's middle lies between these, well inside the picture; world units. */
const INSIDE = [16, 112] as const;
/** To whatever else stands there, world units. */
const GAP = 1;

/**
 * The place of one of its kind that a guest can take, at its own length and angle: the nearest to where it stands at home,
 * and a whole number of pixels away, so that its edges cut the pixels as they do there. Nothing that is shown is touched,
 * no roof and no tree covers it. Null where there is none.
 */
export function seatIn({ fitting, shown, world, pixel }: Host, guest: Guest): Seat | null {
  const whole = (to: number, from: number) => from + Math.round((to - from) / pixel) * pixel;
  const inside = (at: number) => at >= INSIDE[0] && at <= INSIDE[1];
  const away = ({ x, y }: Pick<Pose, 'x' | 'y'>) => Math.hypot(x - guest.x, y - guest.y);
  const seats = fitting
    .map(({ classIndex, x, y }, number) => ({
      ...{ kind: CLASSES[classIndex], number },
      ...{ x: whole(x, guest.x), y: whole(y, guest.y) },
    }))
    .filter(({ kind, x, y }) => kind === guest.kind && inside(x) && inside(y))
    .sort((a, b) => away(a) - away(b));
  const seat = seats.find(({ number, x, y }) => {
    const ground = footprintOf(guest.kind, { ...guest, x, y });
    const others = fitting.slice(0, shown).filter((_, i) => i !== number);
    return (
      others.every(({ footprint }) => !near(footprint, ground, GAP)) &&
      world.roofs.every(({ slab }) => !near(slab, ground, GAP)) &&
      world.trees.every((tree) => clearOf(tree, ground))
    );
  });
  if (!seat) return null;
  return { x: seat.x, y: seat.y, gone: seat.number < shown ? ownId(seat.number) : null };
}
