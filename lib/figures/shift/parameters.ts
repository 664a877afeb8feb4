import type { Settings, SettingValues } from '../kit/settings.ts';

export const parameters = {
  length: { kind: 'integer', min: 2, max: 6, default: 3, unit: 'px' },
  halvings: { kind: 'integer', min: 1, max: 2, default: 1 },
  paint: { kind: 'choice', default: 'red', options: ['red', 'dark'] },
} as const satisfies Settings;

export type Params = SettingValues<typeof parameters>;
