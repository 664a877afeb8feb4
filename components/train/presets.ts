// What the presets gave over their seeds, from the result file.
import small from '#content/results/measured/small.json';
import { defaults, serialise, type Value } from '#lib/parameters/index.ts';
import { type MeasuredFile, overSeeds, statistic, type Verdict } from '#lib/results/index.ts';
import { PRESETS, type Preset } from '#lib/training/presets.ts';
import { settingsOf } from './experiments.ts';
import { declaration } from './parameters.ts';

/** A preset, the query that sets it, and what it gave. */
export interface PresetResult {
  preset: Preset;
  /** Of the page's address. */
  query: string;
  /** Mean accuracy, per cent. */
  spd: number;
  rival: number;
  verdict: Verdict;
}

/** Of the page's address: what differs from the settings that the lab opens with. */
function queryOf(settings: Readonly<Record<string, Value>>): string {
  const values = { ...defaults(declaration), ...settings };
  return new URLSearchParams(serialise(declaration, values)).toString();
}

/** @throws Error where the result file has no runs of a preset: then `npm run small -- --record` is due */
export function presetResults(file: MeasuredFile = small): PresetResult[] {
  return PRESETS.map((preset) => {
    const of = (variant: string) =>
      file.rows
        .filter((row) => row.preset === preset.name && row.variant === variant)
        .sort((a, b) => a.seed - b.seed)
        .map(({ accuracy }) => Number(accuracy));
    const [spd, rival] = [of('spd'), of(preset.rival)];
    const verdict = overSeeds(spd.map((own, i) => [own / 100, rival[i] / 100]));
    if (!verdict || rival.length !== spd.length)
      throw new Error(`small.json: no runs of the preset ${preset.name}`);
    const mean = (values: number[]) => statistic(values).mean;
    return {
      preset,
      query: queryOf(settingsOf(preset)),
      spd: mean(spd),
      rival: mean(rival),
      verdict,
    };
  });
}
