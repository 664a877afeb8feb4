import { ownText } from '../kit/own-numbers.ts';
import type { Settings, SettingValues } from '../kit/settings.ts';

export const parameters = {
  given: { kind: 'choice', default: 'spd', options: ['spd', 'strided'], help: true },
  block: { kind: 'integer', min: 2, max: 4, default: 2 },
  kernel: { kind: 'integer', min: 1, max: 7, default: 3, help: true },
  seed: { kind: 'integer', min: 1, max: 99, default: 1 },
  filters: ownText,
} as const satisfies Settings;

export type Params = SettingValues<typeof parameters>;
