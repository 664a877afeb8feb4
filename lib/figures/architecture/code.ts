import type { Snippet } from '../kit/code.ts';
import { chainPrograms } from '../kit/programs/index.ts';
import { type Model, modelOf, type Params } from './model.ts';
import { type Side, sidesOf, stepOf } from './step-down.ts';
import type { ArchitectureWords } from './words.ts';

/** The step down at the chosen layer, in both nets. Each prints the shape of its output and its parameters. */
export function code(words: ArchitectureWords, params: Params): Snippet[] {
  const model = modelOf(params);
  const sides = Object.entries(sidesOf(words, model)).filter(([, side]) => side) as [
    string,
    Side,
  ][];
  return chainPrograms(aboutStep(model), sides);
}

/** Which step it is. */
function aboutStep(model: Model): string {
  const { layer } = model.params;
  return stepOf(model).slots.includes(layer)
    ? `Layer ${layer}, a step down`
    : `Layer ${layer} is no step down; this is the one before it`;
}
