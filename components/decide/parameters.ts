import { decide } from '#content/words/en/decide.ts';
import {
  type Device,
  devices,
  type ModelSize,
  MULTIPLE,
  type Situation,
  sizes,
} from '#lib/decide/index.ts';
import type { Declaration, Values } from '#lib/parameters/index.ts';

const words = decide.parameters;

/** What the reader says of their own case. */
export const declaration = {
  object: { kind: 'integer', label: words.object, min: 2, max: 300, default: 40, unit: 'px' },
  picture: {
    kind: 'integer',
    label: words.picture,
    min: 2 * MULTIPLE,
    max: 8192,
    step: MULTIPLE,
    default: 1920,
    unit: 'px',
  },
  input: {
    kind: 'integer',
    label: words.input,
    min: 2 * MULTIPLE,
    max: 1920,
    step: MULTIPLE,
    default: 640,
    unit: 'px',
  },
  budget: {
    kind: 'number',
    label: words.budget,
    min: 1,
    max: 6,
    step: 0.1,
    default: 2.5,
    unit: '×',
  },
  size: {
    kind: 'choice',
    label: words.size,
    default: 's',
    options: sizes.map((value) => ({ value, label: `YOLOv5${value}` })),
  },
  device: {
    kind: 'choice',
    label: words.device,
    default: 'cpu',
    options: devices.map((value) => ({ value, label: decide.devices[value] })),
  },
  file: { kind: 'boolean', label: words.file, default: false },
} as const satisfies Declaration;

export type DecideValues = Values<typeof declaration>;

export const situationOf = (values: DecideValues): Situation => ({
  ...values,
  size: values.size as ModelSize,
  device: values.device as Device,
});
