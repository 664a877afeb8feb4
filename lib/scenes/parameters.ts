/** What decides a scene: the seed decides the world, the rest the sizes in it and the camera. */
export interface SceneParameters {
  /** integer; one seed = one scene */
  seed: number;
  /** side of the picture, px; the world is always 128 units wide */
  resolution: number;
  /** shortest object, px at resolution 128 */
  sizeMin: number;
  /** longest object, px at resolution 128 */
  sizeMax: number;
  /** how many objects at most */
  count: number;
  /** of an object against the ground, 0 (not to be seen) to 1 (as painted) */
  contrast: number;
  /** sigma of the camera's Gaussian blur, px of the picture */
  blur: number;
  /** sigma of the camera's noise, grey levels of 0..255 */
  noise: number;
}

/** What decides the ground, and which objects may stand on it. */
export type GroundParameters = Pick<SceneParameters, 'seed' | 'resolution' | 'sizeMin' | 'sizeMax'>;

export const DEFAULTS: Readonly<SceneParameters> = {
  seed: 1,
  resolution: 128,
  sizeMin: 5,
  sizeMax: 22,
  count: 24,
  contrast: 0.9,
  blur: 0.6,
  noise: 3,
};

/** Least and greatest value of each parameter. */
export const LIMITS: Readonly<Record<keyof SceneParameters, readonly [number, number]>> = {
  seed: [0, Number.MAX_SAFE_INTEGER],
  resolution: [16, 1024],
  sizeMin: [3, 24],
  sizeMax: [3, 24],
  count: [0, 100],
  contrast: [0, 1],
  blur: [0, 8],
  noise: [0, 64],
};

const WHOLE: readonly (keyof SceneParameters)[] = ['seed', 'resolution', 'count'];

/**
 * The parameters, completed by the defaults.
 *
 * @throws RangeError that names the parameter, its value and its limits
 */
export function completeParameters(given: Partial<SceneParameters>): SceneParameters {
  const complete = { ...DEFAULTS };
  for (const name of Object.keys(LIMITS) as (keyof SceneParameters)[]) {
    const value = given[name] ?? DEFAULTS[name];
    const [least, greatest] = LIMITS[name];
    if (!(value >= least && value <= greatest)) {
      throw new RangeError(`scene: ${name} ${value} is not in ${least} to ${greatest}`);
    }
    if (WHOLE.includes(name) && !Number.isInteger(value)) {
      throw new RangeError(`scene: ${name} ${value} is no whole number`);
    }
    complete[name] = value;
  }
  if (complete.sizeMin > complete.sizeMax) {
    throw new RangeError(
      `scene: sizeMin ${complete.sizeMin} is greater than sizeMax ${complete.sizeMax}`,
    );
  }
  return complete;
}
