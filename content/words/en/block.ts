import { spoken } from '../spoken.ts';

/** Words of the chapters on the block and on its disguise. */
export const block = spoken('block', {
  costTable: {
    wiring: 'Wiring',
    weights: 'Weights',
    macs: 'MACs',
    names: {
      strided: (k: number, s: number) => `${k}×${k}, stride ${s}`,
      spd: (k: number) => `SPD, then ${k}×${k}`,
      'spd-1x1': 'SPD, then 1×1',
      published: (k: number) => `${k}×${k}, SPD, 1×1`,
    },
    notes: {
      strided: 'what is replaced',
      spd: 'as the paper draws it',
      'spd-1x1': 'in many forks',
      published: 'the published code',
    },
    times: (ratio: string) => `×${ratio}`,
  },
  equivalence: {
    working: 'The engine is running both convolutions…',
    equal: (compared: number, largest: string, limit: string, scale: string, backend: string) =>
      `The same random pixels through both: ${compared} pairs of numbers, none larger than ${scale}, and the largest difference is ${largest} millionths (up to ${limit} millionths is rounding). Computed with ${backend}.`,
    unequal: (compared: number, largest: string, limit: string, scale: string, backend: string) =>
      `The same random pixels through both: ${compared} pairs of numbers, none larger than ${scale}, and the largest difference is ${largest} millionths (up to ${limit} millionths is rounding). Computed with ${backend}: it rounds coarsely, or something is wrong.`,
    again: 'Other pixels',
  },
});
