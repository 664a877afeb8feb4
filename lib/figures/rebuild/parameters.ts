import { ownText } from '../kit/own-numbers.ts';
import { MOST_FILTERS } from '../kit/own-weights.ts';
import type { Settings, SettingValues } from '../kit/settings.ts';
import { precisions } from './precision.ts';

export const parameters = {
  via: { kind: 'choice', default: 'spd', options: ['spd', 'strided'] },
  kernel: { kind: 'integer', min: 1, max: 6, default: 1 },
  channels: { kind: 'integer', min: 1, max: MOST_FILTERS, default: 2, help: true },
  precision: { kind: 'choice', default: 'exact', options: precisions, help: true },
  border: { kind: 'choice', default: 'zeros', options: ['zeros', 'wrap'], help: true },
  draw: { kind: 'integer', min: 1, max: 20, default: 1, help: true },
  filters: ownText,
  scene: { kind: 'integer', min: 0, max: 99, default: 0, help: true },
} as const satisfies Settings;

export type Params = SettingValues<typeof parameters>;
