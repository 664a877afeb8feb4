import type { Settings, SettingValues } from '../kit/settings.ts';

export const parameters = {
  block: { kind: 'integer', min: 2, max: 5, default: 3 },
  size: { kind: 'integer', min: 4, max: 12, default: 9 },
} as const satisfies Settings;

export type Params = SettingValues<typeof parameters>;
