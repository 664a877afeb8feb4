// Networks as files, down and up.
import '#components/kit/fault-words.ts';
import { SaidError } from '#components/kit/faults.ts';
import { parse } from '#components/kit/parse.ts';
import { save } from '#components/kit/save.ts';
import { train as words } from '#content/words/en/train.ts';
import { writeStack } from '#lib/stack/stack.ts';
import { networkFile, readNetworkFile, tasks } from '#lib/training/index.ts';
import {
  constrain,
  data,
  declaration,
  NETWORKS,
  type TrainValues,
  withStages,
} from './parameters.ts';
import type { Course } from './run.ts';

/** The network of a file in the place of another: the settings with it and the crops that it knows, and its numbers. */
export async function opened(
  file: File,
  values: TrainValues,
  place: number,
): Promise<{ values: TrainValues; errors: string[]; numbers: Float32Array }> {
  const { plan, numbers, notes } = readNetworkFile(await file.arrayBuffer());
  const of = {
    ...withStages(values, NETWORKS[place], plan.stages, false),
    side: plan.side,
    ...Object.fromEntries([...notes].filter(([note]) => note in data)),
  };
  const parsed = parse(declaration, of, constrain);
  if (tasks[parsed.values.task].classes !== plan.classes) throw new SaidError(words.otherTask);
  return { ...parsed, numbers };
}

/** Hands the reader a network as it is now, with what it learns from. */
export function saveNetwork({ terms, inside }: Course, place: number): void {
  const { plans, dataset } = terms;
  const notes = Object.fromEntries(
    Object.entries(dataset).map(([name, value]) => [name, String(value)]),
  );
  const bytes = networkFile(plans[place], inside[place].numbers, notes);
  const name = `${dataset.task}-${writeStack(plans[place].stages)}.safetensors`;
  save(new Blob([bytes], { type: 'application/octet-stream' }), name);
}
