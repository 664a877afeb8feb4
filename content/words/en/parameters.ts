import type { ParameterWords } from '#lib/parameters/words.ts';
import { spoken } from '../spoken.ts';

/** On values in addresses, attributes and messages that could not be taken as they were given. */
export const parameters: ParameterWords = spoken('parameters', {
  wrongType: (name, type) => `${name} is not a ${type}.`,
  yesOrNo: (name, given) => `${name} is yes or no, not “${given}”.`,
  oneOf: (name, allowed, given) => `${name} is one of ${allowed.join(', ')}, not “${given}”.`,
  tooLong: (name, length, used) => `${name} has ${length} characters; the first ${used} are used.`,
  noNumber: (name, given, used) => `${name} is a number, not “${given}”; ${used} is used.`,
  atLeast: (name, least, given) => `${name} is at least ${least}, not ${given}.`,
  atMost: (name, most, given) => `${name} is at most ${most}, not ${given}.`,
  notWhole: (name, step, given, used) =>
    `${name} is a whole number${step > 1 ? ` in steps of ${step}` : ''}, not ${given}; ${used} is used.`,
} satisfies ParameterWords);
