/** A number on a line. */
export const number = {
  line: 'Your guess on the line',
  unset: 'Put the mark where you think it belongs first.',
  told: (guess: string, answer: string) => `You said ${guess}; it is ${answer}.`,
};
