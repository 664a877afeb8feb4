/** Words of a question that is answered before the answer is shown; those of each kind, and around all, stand in bets/. */
export const predict = {
  show: 'Just show me',
  right: 'You predicted it.',
  wrong: (chosen: string) => `You predicted “${chosen}”.`,
  /** Over a figure that waits for the bet. */
  veil: 'Your guess first. Then this shows what happens.',
  toQuestion: 'To the question',
};
