import { acts, type Model, modelOf, zeroShare } from './model.ts';
import type { Params } from './parameters.ts';
import type { DisguiseWords } from './words.ts';

/** What is seen at t. */
export function describe(words: DisguiseWords, params: Params, t: number): string {
  const model = modelOf(params);
  const said = seen(words, params, model, t);
  return model.largest === undefined ? said : `${said} ${words.own}`;
}

function seen(words: DisguiseWords, params: Params, model: Model, t: number): string {
  const { block, small, strided, spd, filled, zeroFraction } = model;
  const { given } = params;
  const time = acts(model);
  const window = words.window(strided.kernel, block, strided.padding);
  if (given === 'spd') {
    const said = words.spd;
    const start = said.start(words.window(small, 1, spd.padding), block);
    if (t === 0) return `${start}.`;
    if (time.progress('rest', t) === 0) return said.first(start, block, filled);
    if (time.progress('equal', t) === 0) return said.rest(start, filled);
    return said.equal(start, window, filled * filled);
  }
  const said = words.strided;
  const start = said.start(window);
  const zeros = zeroFraction > 0 ? zeroShare(model) : undefined;
  if (t === 0) return said.weights(start, strided.kernel ** 2);
  if (time.progress('first', t) === 0) return said.fill(start, filled);
  if (time.progress('equal', t) === 0) return said.part(start, small, block * block, zeros);
  return said.equal(start, block, small, filled * filled, zeros);
}
