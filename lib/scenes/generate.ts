import { TURN } from './arithmetic.ts';
import type { Edits, StandingObject } from './edits.ts';
import { NO_EDITS, roundPose, standing } from './edits.ts';
import { GUEST, type Guest, type Seat } from './guest.ts';
import type { Shape } from './objects/index.ts';
import { completeParameters, type GroundParameters, type SceneParameters } from './parameters.ts';
import { boundsOf, type Placed, setDown } from './populate.ts';
import { Stage } from './stage.ts';

/** An object in a picture. The box bounds its visible shape (body, wings, tail; no shadow, no wake). */
export interface SceneObject {
  /** index into CLASSES */
  classIndex: number;
  /** left edge of the box, px, fractional */
  x: number;
  /** top edge of the box, px */
  y: number;
  /** px */
  width: number;
  /** px */
  height: number;
  /** of the object itself, px */
  length: number;
  /** direction in which it points, radians from +x towards +y (down) */
  angle: number;
}

export interface Scene {
  /** px */
  width: number;
  /** px */
  height: number;
  /** RGB, HWC, width * height * 3 bytes */
  pixels: Uint8ClampedArray;
  objects: SceneObject[];
}

/** A scene with a reader's edits. */
export interface EditedScene extends Scene {
  /** What stands in it without the edits. */
  own: StandingObject[];
  /** What stands in it, in the order of `objects`. */
  standing: StandingObject[];
}

/**
 * Renders scenes one after the other. The ground of the last one is kept: where only objects, their contrast or the
 * camera change, it is not painted anew. What it renders does not depend on what it rendered before.
 */
export class SceneRenderer {
  private stage: Stage | undefined;
  /** Of the last guest. */
  private shape: { of: string; shape: Shape } | undefined;

  /**
   * @param guest stands there too, in front of all others
   * @throws RangeError if a parameter is out of its limits
   */
  render(given: Partial<SceneParameters>, edits: Edits = NO_EDITS, guest?: Guest): EditedScene {
    const parameters = completeParameters(given);
    const shape = guest && this.shapeOf(guest);
    const stage = this.stageOf(parameters);
    const own = stage.own(parameters.count);
    const objects = standing(own, edits);
    const placed = objects.map((object) => stage.placed(object));
    if (guest && shape) {
      const { kind, look } = guest;
      const pose = roundPose(guest);
      objects.push({ id: GUEST, kind, look, ...pose, edited: true });
      placed.push(setDown(kind, shape, pose));
    }
    const { resolution } = parameters;
    return {
      width: resolution,
      height: resolution,
      pixels: stage.picture(placed, parameters),
      objects: placed.map((object) => inPixels(object, resolution / 128)),
      own,
      standing: objects,
    };
  }

  /**
   * Where a guest can stand in a scene; null where it can't. See {@link Stage.seat}.
   *
   * @throws RangeError if a parameter is out of its limits
   */
  seat(given: Partial<SceneParameters>, guest: Guest): Seat | null {
    const parameters = completeParameters(given);
    return this.stageOf(parameters).seat(guest, parameters.count);
  }

  private shapeOf({ from, look }: Guest): Shape {
    const { seed, resolution, sizeMin, sizeMax } = from;
    const of = JSON.stringify([seed, resolution, sizeMin, sizeMax, look]);
    if (this.shape?.of !== of) {
      const stage = new Stage({ seed, resolution, sizeMin, sizeMax });
      this.shape = { of, shape: stage.shape(look) };
    }
    return this.shape.shape;
  }

  private stageOf({ seed, resolution, sizeMin, sizeMax }: SceneParameters): Stage {
    const place: GroundParameters = { seed, resolution, sizeMin, sizeMax };
    const keys = Object.keys(place) as (keyof GroundParameters)[];
    if (!this.stage || keys.some((key) => this.stage?.place[key] !== place[key]))
      this.stage = new Stage(place);
    return this.stage;
  }
}

function inPixels({ classIndex, visible, length, angle }: Placed, scale: number): SceneObject {
  const { x, y, width, height } = boundsOf(visible);
  return {
    classIndex,
    x: x * scale,
    y: y * scale,
    width: width * scale,
    height: height * scale,
    length: length * scale,
    angle: angle - TURN * Math.floor(angle / TURN),
  };
}

/**
 * A low-resolution aerial picture with known boxes. The same parameters give the same bytes in every engine.
 * A world 128 units wide is built from the seed and the size range; `resolution` says how many pixels look at it.
 *
 * @throws RangeError if a parameter is out of its limits
 */
export function generateScene(given: Partial<SceneParameters> = {}): Scene {
  const { width, height, pixels, objects } = new SceneRenderer().render(given);
  return { width, height, pixels, objects };
}
