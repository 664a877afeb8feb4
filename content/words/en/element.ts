import { spoken } from '../spoken.ts';

/** What <strideless-figure> says in other people's pages. */
export const words = spoken('element', {
  noFigure: (given: string, known: string) => `There is no figure “${given}”; there are ${known}.`,
  missing: 'The code of the figure did not arrive.',
});
