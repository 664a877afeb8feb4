import type { Settings, SettingValues } from '../kit/settings.ts';

export const parameters = {
  x: { kind: 'integer', min: 2, max: 126, default: 42, unit: 'px' },
  y: { kind: 'integer', min: 2, max: 126, default: 54, unit: 'px' },
  width: { kind: 'integer', min: 2, max: 64, default: 14, unit: 'px' },
  height: { kind: 'integer', min: 2, max: 64, default: 7, unit: 'px' },
  ratio: { kind: 'number', min: 1.5, max: 8, step: 0.5, default: 4, help: true },
} as const satisfies Settings;

export type Params = SettingValues<typeof parameters>;
