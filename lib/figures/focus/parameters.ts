import type { Settings, SettingValues } from '../kit/settings.ts';

export const parameters = {
  stem: { kind: 'choice', default: 'focus', options: ['focus', 'conv'], help: true },
  width: { kind: 'choice', default: 's', options: ['n', 's', 'm', 'l'] },
  size: { kind: 'integer', min: 128, max: 1280, step: 128, default: 640, unit: 'px' },
} as const satisfies Settings;

export type Params = SettingValues<typeof parameters>;
