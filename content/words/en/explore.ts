import { spoken } from '../spoken.ts';

/** Walking over the cells of a drawing by keys. */
export const cells = spoken('cells', {
  explore: 'Explore cells',
  help: 'While this is pressed, the arrow keys walk from cell to cell.',
  grid: 'Grid',
});
