// A scene that can be changed: its ground is painted once, what stands on it as often as it is moved.
import { type Random, random, range, weighted } from '../random/index.ts';
import { clamp, cosine, geometric, sine, TURN } from './arithmetic.ts';
import { type Camera, makeTone, takePicture } from './camera.ts';
import { Canvas } from './canvas.ts';
import { CLASSES } from './classes.ts';
import { type Appearance, ownId, type Pose, type StandingObject } from './edits.ts';
import { distance } from './geometry.ts';
import { type Guest, type Seat, seatIn } from './guest.ts';
import { LAYOUTS } from './layouts/index.ts';
import type { Shape } from './objects/index.ts';
import { paintObject, shadeObject, shadowAt } from './paint.ts';
import type { GroundParameters, SceneParameters } from './parameters.ts';
import { looksLike, type Placed, populate, setDown } from './populate.ts';
import { paintRoof, shadeRoof } from './roofs.ts';
import { makeTextures } from './texture.ts';
import { clearOf, paintTree, shadeTree } from './trees.ts';
import { makeGrounds, type World } from './world.ts';

/** Samples a side: at least about 256, a multiple of the resolution. */
function samplesOf(resolution: number): number {
  return resolution * Math.max(1, Math.round(256 / resolution));
}

/** The generator again, `count` numbers later. */
function resumed(next: Random, count: number): Random {
  for (let i = 0; i < count; i++) next();
  return next;
}

/** A world with its ground and the shadows that lie on it, ready for objects. */
export class Stage {
  readonly place: GroundParameters;
  /** All that fit, in the order in which they would be shown. */
  private readonly fitting: readonly Placed[];
  /** Part of the objects asked for that this place has. */
  private readonly fullness: number;
  private readonly world: World;
  private readonly tone: Camera['tone'];
  private readonly ground: Float32Array;
  private readonly shadows: Float32Array;
  /** Numbers that the shadows of trees took from their stream; the crowns take the next ones. */
  private drawn = 0;

  constructor(place: GroundParameters) {
    this.place = place;
    const { seed, resolution, sizeMin, sizeMax } = place;
    const next = random(seed);
    const layout = weighted(next, LAYOUTS);
    const length = geometric(sizeMin, sizeMax, layout.reach * next());
    const metre = clamp(length / layout.focus, 0.5, 6);
    const size = samplesOf(resolution);
    const direction = range(next, 0, TURN);
    const slant = range(next, 0.45, 1.15) * metre;
    const canvas = new Canvas(size, makeTextures(size, metre, random(seed, 1)));
    this.world = {
      canvas,
      next,
      metre,
      sun: [slant * cosine(direction), slant * sine(direction)],
      grounds: makeGrounds(next),
      candidates: [],
      trees: [],
      roofs: [],
    };
    this.tone = makeTone(next);
    this.fullness = range(next, 0.35, 1);
    layout.paint(this.world);
    this.fitting = populate(this.world, place, next);
    this.world.trees = this.world.trees.filter(
      (tree) =>
        this.fitting.every(({ footprint }) => clearOf(tree, footprint)) &&
        this.world.roofs.every(({ slab }) => distance(slab, tree.x, tree.y) > 0.5 * tree.radius),
    );
    this.shade();
    this.ground = canvas.rgb.slice();
    this.shadows = canvas.shadow.slice();
  }

  /** The objects that stand here of themselves, where `count` are asked for at most. */
  own(count: number): StandingObject[] {
    return this.fitting
      .slice(0, Math.round(this.fullness * count))
      .map(({ classIndex, x, y, length, angle }, number) => ({
        id: ownId(number),
        kind: CLASSES[classIndex],
        look: { own: number },
        x,
        y,
        length,
        angle,
        edited: false,
      }));
  }

  /** The object as it stands in this world, with its shape and what is seen of it. */
  placed({ kind, look, ...pose }: Pick<StandingObject, 'kind' | 'look' | keyof Pose>): Placed {
    return setDown(kind, this.shape(look), pose);
  }

  /** What an object of this world looks like. */
  shape(look: Appearance): Shape {
    return 'own' in look
      ? this.fitting[look.own].shape
      : looksLike(look.kind, random(look.seed, 4));
  }

  /**
   * Where an object of another world can stand in this one; null where it can't.
   *
   * @param count how many objects are asked for at most
   */
  seat(guest: Guest, count: number): Seat | null {
    const { fitting, place, world } = this;
    const shown = this.own(count).length;
    return seatIn({ fitting, shown, world, pixel: 128 / place.resolution }, guest);
  }

  /** The picture with these objects, painted in their order: RGB bytes, HWC. */
  picture(
    objects: readonly Placed[],
    { contrast, blur, noise }: Pick<SceneParameters, 'contrast' | 'blur' | 'noise'>,
  ): Uint8ClampedArray {
    const { world, tone } = this;
    const { canvas, trees, roofs } = world;
    const { seed, resolution } = this.place;
    canvas.rgb.set(this.ground);
    canvas.shadow.set(this.shadows);
    const lights = objects.map(({ x, y }) => 1 - 0.45 * shadowAt(canvas, x, y));
    for (const object of objects) shadeObject(world, object, contrast);
    canvas.applyShadows();
    objects.forEach((object, i) => {
      paintObject(canvas, object, contrast, lights[i]);
    });
    const next = resumed(random(seed, 2), this.drawn);
    for (const roof of roofs) paintRoof(world, roof, next);
    for (const tree of trees) paintTree(world, tree, next);
    return takePicture(canvas.rgb, canvas.size, resolution, { blur, noise, tone, seed });
  }

  /** The shadows of what always stands here. */
  private shade(): void {
    const { world } = this;
    const stream = random(this.place.seed, 2);
    const next = () => {
      this.drawn++;
      return stream();
    };
    for (const tree of world.trees) shadeTree(world, tree, next);
    for (const roof of world.roofs) shadeRoof(world, roof);
  }
}
