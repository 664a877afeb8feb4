// The labs, each with a sentence and three experiments: settings that its address carries.
import {
  EXPERIMENTS as classified,
  declaration as classifying,
} from '#components/classify/parameters.ts';
import { EXPERIMENTS as stacked, declaration as stacking } from '#components/stack/parameters.ts';
import { presetResults } from '#components/train/presets.ts';
import galleryFile from '#content/results/measured/gallery.json';
import { classify } from '#content/words/en/classify.ts';
import { gallery } from '#content/words/en/gallery.ts';
import { lab } from '#content/words/en/lab.ts';
import { labs as words } from '#content/words/en/labs.ts';
import { stack } from '#content/words/en/stack.ts';
import { train } from '#content/words/en/train.ts';
import { defaults, serialise } from '#lib/parameters/index.ts';

export type LabName = keyof typeof words.nav;

export interface Experiment {
  title: string;
  /** Of the lab's address, without a question mark. */
  query: string;
}

export interface LabEntry {
  name: LabName;
  path: string;
  title: string;
  sentence: string;
  experiments: Experiment[];
}

const queryOf = (values: Readonly<Record<string, unknown>>) =>
  new URLSearchParams(
    Object.entries(values).map(([key, value]) => [key, String(value)]),
  ).toString();

/** Three of the gallery that differ in what they ask. */
const PIECES = ['carPark', 'smallPlane', 'darkCar'];
/** SPD ahead, level, and behind. */
const OUTCOMES = ['first', 'level', 'second'] as const;

const experiments: Readonly<Record<LabName, Experiment[]>> = {
  lab: PIECES.map((kind) => {
    const piece = galleryFile.pieces.find((each) => each.kind === kind)!;
    return {
      title: gallery.kinds[kind],
      query: queryOf({ ...piece.settings, seed: piece.seed }),
    };
  }),
  train: OUTCOMES.flatMap((outcome) => {
    const found = presetResults().find(({ verdict }) => verdict.ahead === outcome);
    return found ? [{ title: train.presets[found.preset.name], query: found.query }] : [];
  }),
  classify: classify.experiments.map(({ title }, i) => ({
    title,
    query: queryOf(serialise(classifying, { ...defaults(classifying), ...classified[i] })),
  })),
  stack: stack.experiments.map(({ title }, i) => ({
    title,
    query: queryOf(serialise(stacking, { ...defaults(stacking), ...stacked[i] })),
  })),
};

const titles = {
  lab: lab.title,
  train: train.title,
  classify: classify.title,
  stack: stack.title,
};

/** In the order in which they are shown. */
export const LABS: readonly LabEntry[] = (Object.keys(words.nav) as LabName[]).map((name) => ({
  name,
  path: `/${name}/`,
  title: titles[name],
  sentence: words.sentences[name],
  experiments: experiments[name],
}));
