import type { Settings, SettingValues } from '../kit/settings.ts';
import { CAR } from '../kit/vehicle.ts';

export const parameters = {
  // By default shorter than the car of the other figures: that one is more than three pixels broad, so a sample of every
  // second pixel never misses it, and shows it evenly. With two halvings it swings, too.
  length: { kind: 'integer', min: 2, max: CAR, default: 3, unit: 'px' },
  halvings: { kind: 'integer', min: 1, max: 2, default: 1 },
  paint: { kind: 'choice', default: 'red', options: ['red', 'dark'] },
} as const satisfies Settings;

export type Params = SettingValues<typeof parameters>;
