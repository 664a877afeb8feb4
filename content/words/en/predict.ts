/** Words of a question that is answered before the answer is shown. */
export const predict = {
  title: 'Predict first',
  show: 'Show the answer',
  right: 'You predicted it.',
  wrong: (chosen: string) => `You predicted “${chosen}”.`,
  again: 'Predict again',
  kept: 'Your prediction stays on this device.',
};
