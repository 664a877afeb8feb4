import type { SceneParameters } from './parameters.ts';

/**
 * A scene of one object at most, as long as the car of the figures in a picture of 128 px; with fewer pixels a side, the
 * same scene taken more coarsely.
 */
export const loneObject = (seed: number, resolution = 128): Partial<SceneParameters> => ({
  ...{ seed, resolution, count: 1, sizeMin: 7.5, sizeMax: 8.5 },
});
