/** Words of the chapters on the block and on its disguise. */
export const block = {
  costTable: {
    wiring: 'Wiring',
    weights: 'Weights',
    macs: 'MACs',
    names: {
      strided: (k: number, s: number) => `${k}×${k}, stride ${s}`,
      spd: (k: number) => `SPD, then ${k}×${k}`,
      'spd-1x1': 'SPD, then 1×1',
      published: (k: number) => `${k}×${k}, SPD, then 1×1`,
    },
    notes: {
      strided: 'what is replaced',
      spd: 'as the paper draws it',
      'spd-1x1': 'in many forks',
      published: 'as the published code wires it',
    },
    times: (ratio: string) => `${ratio} times`,
  },
};
