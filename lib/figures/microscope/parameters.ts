import type { Settings, SettingValues } from '../kit/settings.ts';
import { CAR } from '../kit/vehicle.ts';

export const parameters = {
  length: { kind: 'integer', min: 2, max: 24, default: CAR, unit: 'px' },
  offset: { kind: 'number', min: 0, max: 8, step: 0.25, default: 4, unit: 'px', help: true },
  paint: { kind: 'choice', default: 'red', options: ['red', 'dark'] },
  scene: { kind: 'integer', min: 0, max: 99, default: 0, help: true },
} as const satisfies Settings;

export type Params = SettingValues<typeof parameters>;
