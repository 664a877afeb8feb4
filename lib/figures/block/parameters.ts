import type { Settings, SettingValues } from '../kit/settings.ts';

export const parameters = {
  block: { kind: 'integer', min: 2, max: 4, default: 2 },
  kernel: { kind: 'integer', min: 1, max: 5, default: 3 },
  inputs: { kind: 'integer', min: 1, max: 128, default: 16, help: true },
  outputs: { kind: 'integer', min: 1, max: 256, default: 32, help: true },
  size: { kind: 'integer', min: 6, max: 16, default: 8, unit: 'px' },
} as const satisfies Settings;

export type Params = SettingValues<typeof parameters>;
