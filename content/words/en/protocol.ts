import { spoken } from '../spoken.ts';

/** What a figure answers to a message that it can't take. */
export const protocol = spoken('protocol', {
  unknown: (type: string) => `There is no message “${type}”.`,
  badField: (type: string, field: string, kind: string) => `${type} takes as “${field}” ${kind}.`,
  kinds: {
    number: 'a finite number',
    text: 'a text',
    object: 'an object',
    list: 'a list',
  },
  oneMoment: 'spd:goto takes either “step” or “at”.',
  noMoments: (type: string) => `A lab has no moments, so it can’t take “spd:${type}”.`,
  noParameter: (name: string, known: string) =>
    `There is no parameter “${name}”; there are ${known}.`,
});
