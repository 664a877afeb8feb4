/** Words of the numbers in the text that move a figure. */
export const handle = {
  number: 'Number of the figure',
  of: (parameter: string) => `${parameter}, in the figure`,
};
