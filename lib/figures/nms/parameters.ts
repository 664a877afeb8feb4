import type { Settings, SettingValues } from '../kit/settings.ts';

export const parameters = {
  threshold: { kind: 'number', min: 0.1, max: 0.9, step: 0.05, default: 0.6, help: true },
  distance: { kind: 'integer', min: 7, max: 20, default: 10, unit: 'px' },
  perCar: { kind: 'integer', min: 2, max: 5, default: 4 },
  seed: { kind: 'integer', min: 0, max: 99, default: 15, help: true },
} as const satisfies Settings;

export type Params = SettingValues<typeof parameters>;
