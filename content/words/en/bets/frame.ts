/** What stands around every bet: only the build needs it. */
export const frame = {
  title: 'Predict first',
  ready: 'That is my guess',
  again: 'Predict again',
  kept: 'Your guess stays on this device.',
};
