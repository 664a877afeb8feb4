import { spoken } from '../spoken.ts';

/** What <strideless-figure> and <strideless-lab> say in other people's pages. */
export const words = spoken('element', {
  noFigure: (given: string, known: string) => `There is no figure “${given}”; there are ${known}.`,
  noLab: (given: string, known: string) => `There is no lab “${given}”; there are ${known}.`,
  labs: {
    lab: 'The detection lab',
    train: 'Train both yourself',
    classify: 'Classification lab',
    stack: 'Build a stack',
  },
  missing: 'The code of the figure did not arrive.',
});
