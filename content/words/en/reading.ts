/** Words of what a reader has read. */
export const progress = {
  read: 'read',
  readShare: (percent: number) => `${percent} % read`,
  continueAt: (title: string, section: string) =>
    `Continue where you left: ${title}${section ? `, “${section}”` : ''}`,
};
