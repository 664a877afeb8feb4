import type { Settings, SettingValues } from '../kit/settings.ts';

export const parameters = {
  /** From the top; the published file has all six. */
  inserted: { kind: 'integer', min: 1, max: 6, default: 6, help: true },
} as const satisfies Settings;

export type Params = SettingValues<typeof parameters>;
