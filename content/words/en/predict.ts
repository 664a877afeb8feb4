/** Words of a question that is answered before the answer is shown; those of each kind stand in bets/. */
export const predict = {
  title: 'Predict first',
  show: 'Just show me',
  right: 'You predicted it.',
  wrong: (chosen: string) => `You predicted “${chosen}”.`,
  ready: 'That is my guess',
  again: 'Predict again',
  kept: 'Your guess stays on this device.',
  /** Over a figure that waits for the bet. */
  veil: 'Your guess first. Then this shows what happens.',
  toQuestion: 'To the question',
};
