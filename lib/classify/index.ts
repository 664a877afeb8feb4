// What the networks for CIFAR-10 are shown, and how their answers are counted.
export * from './cifar.ts';
export * from './drawings.ts';
export * from './shrink.ts';
export * from './tally.ts';
