import type { Value } from '#lib/parameters/index.ts';
import { contendersOf, PRESETS, type Preset } from '#lib/training/presets.ts';

/** Presets to begin with: over ten seeds SPD came out ahead, level, and behind. */
const BEGIN = ['digits', 'present', 'dot'] as const;

/** What a preset sets the lab to. */
export function settingsOf(preset: Preset): Readonly<Record<string, Value>> {
  const [spd, rival] = contendersOf(preset).map(({ stages }) => stages[0]);
  const { task, side, size, noise, examples } = preset.dataset;
  return {
    ...{ task, size, noise, examples, side },
    ...{ first: spd.way, firstWidth: spd.width, second: rival.way, secondWidth: rival.width },
    ...{ third: 'none', steps: preset.steps, rate: String(preset.rate) },
  };
}

export const STARTERS: readonly Preset[] = BEGIN.map(
  (name) => PRESETS.find((preset) => preset.name === name)!,
);

/** Settings worth a try, each with what to look for. */
export const EXPERIMENTS = STARTERS.map(settingsOf);
