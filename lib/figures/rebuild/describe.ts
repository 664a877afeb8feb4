import { condition, levels } from './condition.ts';
import { acts, HALF, modelOf, NUMBERS, ownOf, pictureOf, rebuiltFrom, SIDE } from './model.ts';
import type { Params } from './parameters.ts';
import type { RebuildWords } from './words.ts';

/** What is seen at t; `own`: in the reader's picture. */
export function describe(words: RebuildWords, params: Params, t: number, own = false): string {
  const { via, kernel, channels, border, precision } = params;
  const time = acts(params);
  const model = modelOf(params);
  const which = words.which[own ? 'own' : params.scene > 0 ? 'scene' : 'car'];
  const start = words.start(which, SIDE, NUMBERS);
  if (t === 0) return start;
  if (via === 'spd' && time.progress('conv', t) === 0) return words.split(start, HALF, NUMBERS);
  const trained = ownOf(params) ? ` ${words.own}` : '';
  const layer = words.layer[via](kernel, NUMBERS);
  const { rank } = model.space;
  const written = words.written(start, layer, HALF, channels, model.outputs, rank) + trained;
  if (time.progress('rebuild', t) === 0) return written;
  const unknown = NUMBERS - rank;
  const left = words.left(written, unknown, NUMBERS);
  // Where nothing is rounded there is no error that could grow.
  const firm =
    precision === 'exact'
      ? left
      : words.condition(left, words.border[border], condition(model.answer.condition, words.large));
  if (own || params.scene > 0) return firm;
  const { error } = rebuiltFrom(model, pictureOf(), params);
  return words.ofCar(firm, words.kept[precision], levels(error, words.large));
}
