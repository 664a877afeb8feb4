import type { Settings, SettingValues } from '../kit/settings.ts';

export const parameters = {
  size: { kind: 'integer', min: 4, max: 12, default: 8, unit: 'px', help: true },
  kernel: { kind: 'integer', min: 1, max: 7, default: 3 },
  stride: { kind: 'integer', min: 1, max: 4, default: 2 },
  padding: {
    kind: 'choice',
    default: 'same-pytorch',
    options: ['same-pytorch', 'same-tensorflow', '0', '1', '2', '3'],
    help: true,
  },
  dilation: { kind: 'integer', min: 1, max: 3, default: 1 },
  block: { kind: 'integer', min: 1, max: 3, default: 1, help: true },
} as const satisfies Settings;

export type Params = SettingValues<typeof parameters>;
