import { type Timeline, timeline } from '../kit/timeline.ts';
import { type Nets, nets } from './nets.ts';
import type { Params } from './parameters.ts';
import type { ArchitectureWords } from './words.ts';

export { type Params, parameters } from './parameters.ts';

/** Everything that the figure draws. */
export interface Model extends Nets {
  params: Params;
}

export function modelOf(params: Params): Model {
  return {
    ...nets(
      params.model,
      params.size,
      params.picture === 'own' ? undefined : Number(params.picture),
    ),
    params,
  };
}

/** No layer beyond the last. */
export function constrain(
  words: ArchitectureWords,
  params: Params,
): { values: Params; errors: string[] } {
  const values = { ...params };
  const errors: string[] = [];
  const last = modelOf(values).slots.length - 1;
  if (values.layer > last) {
    errors.push(words.lastLayer(last, values.layer));
    values.layer = last;
  }
  return { values, errors };
}

type Act = 'mark' | 'morph';

export const acts: Timeline<Act> = timeline<Act>([
  { name: 'mark', seconds: 1.5 },
  { name: 'morph', seconds: 4 },
]);
