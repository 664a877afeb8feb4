// The labs, each with a sentence and three experiments: settings that its address carries.
import {
  EXPERIMENTS as classified,
  declaration as classifying,
} from '#components/classify/parameters.ts';
import { EXPERIMENTS as detected } from '#components/lab/experiments.ts';
import { declaration as detecting } from '#components/lab/parameters.ts';
import { EXPERIMENTS as stacked, declaration as stacking } from '#components/stack/parameters.ts';
import { EXPERIMENTS as trained } from '#components/train/experiments.ts';
import { declaration as training } from '#components/train/parameters.ts';
import { classify } from '#content/words/en/classify.ts';
import { lab } from '#content/words/en/lab.ts';
import { labs as words } from '#content/words/en/labs.ts';
import { stack } from '#content/words/en/stack.ts';
import { train } from '#content/words/en/train.ts';
import { type Declaration, defaults, serialise } from '#lib/parameters/index.ts';

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

/** Settings as the lab itself writes them into its address. */
function tried(
  { experiments }: { experiments: readonly { title: string }[] },
  declaration: Declaration,
  settings: readonly object[],
): Experiment[] {
  return experiments.map(({ title }, i) => {
    const values = Object.assign({}, defaults(declaration), settings[i]);
    return { title, query: new URLSearchParams(serialise(declaration, values)).toString() };
  });
}

const experiments: Readonly<Record<LabName, Experiment[]>> = {
  lab: tried(lab, detecting, detected),
  train: tried(train, training, trained),
  classify: tried(classify, classifying, classified),
  stack: tried(stack, stacking, stacked),
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

/** @throws RangeError where there is none of that name */
export function labOf(name: string | undefined): LabEntry {
  const lab = LABS.find((one) => one.name === name);
  if (!lab) throw new RangeError(`there is no lab ${name}`);
  return lab;
}
