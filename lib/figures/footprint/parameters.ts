import { ownText } from '../kit/own-numbers.ts';
import type { Settings, SettingValues } from '../kit/settings.ts';

export const parameters = {
  halvings: { kind: 'integer', min: 1, max: 5, default: 3 },
  kernel: { kind: 'integer', min: 1, max: 7, default: 3, help: true },
  /** The last is how the published code wires it. */
  after: { kind: 'choice', default: 'spd-3', options: ['spd-3', 'spd-1', 'published'], help: true },
  /** Trained stacks, see own.ts. */
  maps: ownText,
} as const satisfies Settings;

export type Params = SettingValues<typeof parameters>;
