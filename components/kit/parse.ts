import { parameters as words } from '#content/words/en/parameters.ts';
import {
  type Constrain,
  type Declaration,
  type Parsed,
  parse as parseWith,
  type Source,
  type Values,
} from '#lib/parameters/index.ts';

/** lib's parse(), with its sentences in the page's language. */
export function parse<D extends Declaration>(
  declaration: D,
  source: Source,
  constrain?: Constrain<Values<D>>,
): Parsed<Values<D>> {
  return parseWith(declaration, source, words, constrain);
}
