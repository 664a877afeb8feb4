import type { Settings, SettingValues } from '../kit/settings.ts';

export const parameters = {
  block: { kind: 'integer', min: 2, max: 4, default: 2 },
  size: { kind: 'integer', min: 4, max: 16, default: 12, unit: 'px' },
  channels: { kind: 'integer', min: 1, max: 4, default: 3, help: true },
  order: { kind: 'choice', default: 'spd', options: ['spd', 'tensorflow', 'pixel-unshuffle'] },
  scene: { kind: 'integer', min: 0, max: 99, default: 0, help: true },
} as const satisfies Settings;

export type Params = SettingValues<typeof parameters>;
