/** Counts painted into a grid. */
export const paint = {
  palette: 'Number to paint with',
  grid: 'Pixels',
  answer: 'The counts, pixel by pixel',
  keys: 'Arrow keys walk from pixel to pixel, a digit fills it in.',
  cell: (row: number, column: number) => `Row ${row + 1}, column ${column + 1}`,
  said: 'the small numbers in the corners',
  unset: 'Fill in every pixel first.',
  told: (hits: number, all: number) =>
    hits === all
      ? `All ${all} pixels are as you painted them.`
      : `${hits} of ${all} pixels are as you painted them. Your numbers stand in the corners of the figure’s.`,
};
