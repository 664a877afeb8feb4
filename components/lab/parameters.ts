import { sceneSeed } from '#components/kit/scene-parameters.ts';
import { lab } from '#content/words/en/lab.ts';
import { SHOWN } from '#lib/detection/index.ts';
import type { Constrain, Declaration, Values } from '#lib/parameters/index.ts';
import { DEFAULTS, LIMITS, type SceneParameters } from '#lib/scenes/parameters.ts';
import { choices, nameOf } from './choices.ts';
import { compatible } from './teams.ts';

const words = lab.settings;

/** The scene, its camera, and how sure a detector must be. */
export const settings = {
  seed: sceneSeed,
  resolution: {
    ...words.resolution,
    kind: 'integer',
    min: 64,
    max: 256,
    step: 32,
    default: DEFAULTS.resolution,
    unit: 'px',
  },
  pictureSide: {
    ...words.pictureSide,
    kind: 'integer',
    min: 64,
    max: 512,
    step: 32,
    default: DEFAULTS.resolution,
    unit: 'px',
  },
  sizeMin: {
    ...words.sizeMin,
    kind: 'integer',
    min: LIMITS.sizeMin[0],
    max: LIMITS.sizeMin[1],
    default: DEFAULTS.sizeMin,
    unit: 'px',
  },
  sizeMax: {
    ...words.sizeMax,
    kind: 'integer',
    min: LIMITS.sizeMax[0],
    max: LIMITS.sizeMax[1],
    default: DEFAULTS.sizeMax,
    unit: 'px',
  },
  count: {
    ...words.count,
    kind: 'integer',
    min: 1,
    max: 40,
    default: DEFAULTS.count,
  },
  contrast: {
    ...words.contrast,
    kind: 'number',
    min: 0,
    max: 1,
    step: 0.05,
    default: DEFAULTS.contrast,
  },
  blur: {
    ...words.blur,
    kind: 'number',
    min: 0,
    max: 2,
    step: 0.05,
    default: DEFAULTS.blur,
    unit: 'px',
  },
  noise: {
    ...words.noise,
    kind: 'number',
    min: 0,
    max: 30,
    step: 1,
    default: DEFAULTS.noise,
  },
  threshold: {
    ...words.threshold,
    kind: 'number',
    min: 0.05,
    max: 0.95,
    step: 0.05,
    default: SHOWN.scoreThreshold,
  },
  truth: {
    ...words.truth,
    kind: 'boolean',
    default: false,
  },
  labels: {
    ...words.labels,
    kind: 'boolean',
    default: false,
  },
} as const satisfies Declaration;

/** What the reader did to the objects of the scene by hand, as lib/scenes writes it. */
const edits = { ...words.edits, kind: 'text', default: '', maxLength: 6000 } as const;

/**
 * What the reader sets in the detection lab: which detectors, the scene, its camera, how sure a detector must be, and what
 * was done to the scene by hand.
 */
export const declaration = { ...choices, ...settings, edits } as const satisfies Declaration;

export type LabValues = Values<typeof declaration>;

/** Those who are compared know the same classes; the shortest object is not longer than the longest. */
export const constrain: Constrain<LabValues> = (given) => {
  const { values, gone } = compatible(given);
  const errors = gone.map((name) => lab.otherClasses(nameOf(name), nameOf(values.left)));
  if (values.sizeMin <= values.sizeMax) return { values, errors };
  return {
    values: { ...values, sizeMax: values.sizeMin },
    errors: [...errors, words.shorter(values.sizeMin)],
  };
};

/** Settings that decide which objects a scene has: another value, and edits speak of others. */
export const WORLD = ['seed', 'sizeMin', 'sizeMax'] as const;

/** Settings of what is shown: nobody needs to look again. */
export const SHOWING: readonly string[] = ['threshold', 'truth', 'labels', 'pictureSide'];

/** The part of the values that decides the scene. */
export function sceneOf({
  left,
  right,
  third,
  fourth,
  pictureSide,
  threshold,
  truth,
  labels,
  edits: _,
  ...scene
}: LabValues): SceneParameters {
  return scene;
}
