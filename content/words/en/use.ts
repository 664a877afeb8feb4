/** The words of the chapters "Results" and "Use it". */
export const use = {
  wirings: {
    caption: (size: number, inputs: number, outputs: number) =>
      `A map of ${size}×${size} with ${inputs} channels made half as wide and high, with ${outputs} channels. Counted by the arithmetic of this repository when the page was built.`,
    wiring: 'Wiring',
    weights: 'Weights',
    macs: 'MACs, millions',
    factor: 'Of strided',
    names: {
      strided: 'Strided 3×3',
      published: 'As published: 3×3, SPD, 1×1',
      spd: 'As drawn: SPD, 3×3',
      'spd-1x1': 'As in many forks: SPD, 1×1',
    },
  },
  family: {
    caption:
      'YOLOv5 at 640×640 with 80 classes: parameters, and multiply-accumulates of one picture. Counted from the architecture files of this repository; “npm run counts” holds them against the published code.',
    size: 'Size',
    parameters: 'Parameters, M',
    macs: 'MACs, G',
    factor: '× strided',
    wirings: {
      '': 'Strided',
      '-spd': 'As published',
      '-spd-3x3': 'As drawn',
      '-spd-1x1': 'SPD, 1×1',
    },
  },
};
