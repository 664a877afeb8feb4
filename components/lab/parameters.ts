import { sceneSeed } from '#components/kit/scene-parameters.ts';
import { SHOWN } from '#lib/detection/index.ts';
import type { Constrain, Declaration, Values } from '#lib/parameters/index.ts';
import { DEFAULTS, LIMITS, type SceneParameters } from '#lib/scenes/parameters.ts';
import { choices } from './choices.ts';

/** The scene, its camera, and how sure a detector must be. */
export const settings = {
  seed: sceneSeed,
  resolution: {
    kind: 'integer',
    label: 'Resolution',
    min: 64,
    max: 256,
    step: 32,
    default: DEFAULTS.resolution,
    unit: 'px',
    help: 'The same world, seen with fewer or more pixels.',
  },
  pictureSide: {
    kind: 'integer',
    label: 'Resolution',
    min: 64,
    max: 512,
    step: 32,
    default: DEFAULTS.resolution,
    unit: 'px',
    help: 'Of your own picture: the pixels of its longer side.',
  },
  sizeMin: {
    kind: 'integer',
    label: 'Shortest object',
    min: LIMITS.sizeMin[0],
    max: LIMITS.sizeMin[1],
    default: DEFAULTS.sizeMin,
    unit: 'px',
  },
  sizeMax: {
    kind: 'integer',
    label: 'Longest object',
    min: LIMITS.sizeMax[0],
    max: LIMITS.sizeMax[1],
    default: DEFAULTS.sizeMax,
    unit: 'px',
  },
  count: {
    kind: 'integer',
    label: 'Objects at most',
    min: 1,
    max: 40,
    default: DEFAULTS.count,
  },
  contrast: {
    kind: 'number',
    label: 'Contrast',
    min: 0,
    max: 1,
    step: 0.05,
    default: DEFAULTS.contrast,
    help: 'Of the objects against the ground.',
  },
  blur: {
    kind: 'number',
    label: 'Blur',
    min: 0,
    max: 2,
    step: 0.05,
    default: DEFAULTS.blur,
    unit: 'px',
  },
  noise: {
    kind: 'number',
    label: 'Noise',
    min: 0,
    max: 30,
    step: 1,
    default: DEFAULTS.noise,
    help: 'Standard deviation in grey levels of 0 to 255.',
  },
  threshold: {
    kind: 'number',
    label: 'Score threshold',
    min: 0.05,
    max: 0.95,
    step: 0.05,
    default: SHOWN.scoreThreshold,
    help: 'Boxes with a lower score are not shown. The running AP uses them all.',
  },
  truth: {
    kind: 'boolean',
    label: 'Show the true boxes',
    default: false,
    help: 'Every object that is there in a thin white frame, found or not.',
  },
  labels: {
    kind: 'boolean',
    label: 'Name every box',
    default: false,
    help: 'Its class and score; otherwise point at a box to read them.',
  },
} as const satisfies Declaration;

/** What the reader did to the objects of the scene by hand, as lib/scenes writes it. */
const edits = { kind: 'text', label: 'Edits', default: '', maxLength: 6000 } as const;

/**
 * What the reader sets in the detection lab: which detectors, the scene, its camera, how sure a detector must be, and what
 * was done to the scene by hand.
 */
export const declaration = { ...choices, ...settings, edits } as const satisfies Declaration;

export type LabValues = Values<typeof declaration>;

/** The shortest object is not longer than the longest. */
export const constrain: Constrain<LabValues> = (values) => {
  if (values.sizeMin <= values.sizeMax) return { values, errors: [] };
  return {
    values: { ...values, sizeMax: values.sizeMin },
    errors: [
      `The longest object is at least as long as the shortest, so it is ${values.sizeMin} px.`,
    ],
  };
};

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
