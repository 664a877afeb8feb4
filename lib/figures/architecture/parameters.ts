import type { Settings, SettingValues } from '../kit/settings.ts';
import { PAIRS } from './nets.ts';

export const parameters = {
  model: { kind: 'choice', default: 'yolov5', options: Object.keys(PAIRS), help: true },
  size: { kind: 'choice', default: 's', options: ['p', 'n', 's', 'm', 'l'], help: true },
  /** Sides that every network of the explorer can halve as often as it does. */
  picture: {
    kind: 'choice',
    default: 'own',
    options: ['own', '32', '64', '128', '224', '320', '416', '640', '1280'],
    help: true,
  },
  bars: { kind: 'choice', default: 'macs', options: ['macs', 'parameters'], help: true },
  layer: { kind: 'integer', default: 1, min: 0, max: 40, help: true },
} as const satisfies Settings;

export type Params = SettingValues<typeof parameters>;
