import type { Random } from '../../random/index.ts';
import type { ClassName } from '../classes.ts';
import { makeBoat } from './boat.ts';
import { makeBus } from './bus.ts';
import { makeCar } from './car.ts';
import { makePlane } from './plane.ts';
import type { Shape } from './shape.ts';
import { makeTruck } from './truck.ts';

export type { Part, Shape } from './shape.ts';

/** @param metres length in the world, which decides what kind of plane it is */
export function makeShape(name: ClassName, next: Random, metres: number, moving: boolean): Shape {
  switch (name) {
    case 'car':
      return makeCar(next);
    case 'truck':
      return makeTruck(next);
    case 'bus':
      return makeBus(next);
    case 'plane':
      return makePlane(next, metres);
    case 'boat':
      return makeBoat(next, moving);
  }
}
