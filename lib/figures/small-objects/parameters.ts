import type { Settings, SettingValues } from '../kit/settings.ts';

export const parameters = {
  object: { kind: 'integer', min: 4, max: 12, default: 8, unit: 'px', help: true },
  from: { kind: 'integer', min: 4, max: 32, default: 16, unit: 'px', help: true },
  to: { kind: 'integer', min: 33, max: 128, default: 64, unit: 'px' },
} as const satisfies Settings;

export type Params = SettingValues<typeof parameters>;
