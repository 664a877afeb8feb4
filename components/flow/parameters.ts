import { sceneSeed } from '#components/kit/scene-parameters.ts';
import { SHOWN } from '#lib/detection/suppress.ts';
import type { Declaration, Values } from '#lib/parameters/index.ts';

/** The stations of a picture on its way through a detector, in order. */
export const STAGES = [
  'input',
  'backbone',
  'neck',
  'head',
  'anchors',
  'assignment',
  'nms',
] as const;
export type Stage = (typeof STAGES)[number];

/** Boxes with a lower score are not shown: as in the lab. */
export const THRESHOLD = SHOWN.scoreThreshold;

/** What the reader sets; the same scenes as in the lab. */
export const declaration = {
  detector: {
    kind: 'choice',
    label: 'Detector',
    default: 'strided',
    options: [
      { value: 'strided', label: 'Strided' },
      { value: 'spd', label: 'SPD' },
    ],
  },
  scene: sceneSeed,
  stage: {
    kind: 'choice',
    label: 'Stage',
    default: 'input',
    options: STAGES.map((value) => ({ value, label: value })),
  },
} satisfies Declaration;

export type FlowValues = Omit<Values<typeof declaration>, 'detector' | 'stage'> & {
  detector: 'strided' | 'spd';
  stage: Stage;
};
