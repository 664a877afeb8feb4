/** The words of the chapters "Results" and "Use it" that only the build needs. Not part of `words`, which pages carry. */
export const use = {
  wirings: {
    caption: (size: number, inputs: number, outputs: number) =>
      `A map of ${size}×${size} with ${inputs} channels made half as wide and high, with ${outputs} channels. Counted by the arithmetic of this repository when the page was built.`,
    wiring: 'Wiring',
    weights: 'Weights',
    macs: 'MACs, millions',
    factor: '× strided',
    names: {
      strided: 'Strided: 3×3, stride 2',
      published: 'As published: 3×3, SPD, 1×1',
      spd: 'As drawn: SPD, 3×3',
      'spd-1x1': 'As copied: SPD, 1×1',
    },
  },
  family: {
    caption:
      'YOLOv5 at 640×640 with 80 classes: parameters, and multiply-accumulates of one picture. Counted from the architecture files of this repository.',
    size: 'Size',
    parameters: 'Parameters, M',
    macs: 'MACs, G',
    factor: 'MACs, × strided',
    wirings: {
      '': 'Strided',
      '-spd': 'As published',
      '-spd-3x3': 'As drawn',
      '-spd-1x1': 'As copied',
    },
  },
  results: {
    strided: 'YOLOv5 v6.1, strided',
    spd: 'YOLOv5-SPD',
    size: 'Size',
    show: 'Show',
    /** Beside a mark in a chart. */
    guess: 'your guess',
    unknownView: (chart: string, views: readonly string[], given: string) =>
      `${chart} is one of ${views.join(', ')}, not “${given}”.`,
    ap: 'AP, per cent',
    cost: {
      caption:
        'AP on COCO val2017 against cost. AP and latency as the two READMEs print them; parameters and MACs counted here. The lines join the sizes n, s, m and l of one family, straight on the axis that is shown.',
      label: (axis: string) =>
        `AP of both families against ${axis}, one point for each of the sizes n, s, m and l. The numbers stand in the table.`,
      axes: {
        parameters: 'Parameters, millions',
        macs: 'MACs, billions',
        latency: 'Latency as printed, milliseconds',
      },
      short: { parameters: 'Parameters', macs: 'MACs', latency: 'Latency' },
      model: 'Model',
    },
    gain: {
      caption:
        'What YOLOv5-SPD gains over YOLOv5: in AP, over v6.1 and v6.0, both quoted; in AP of small objects, over the strided models at n and s, which we know only from a retelling.',
      label: (measure: string) =>
        `Gain of YOLOv5-SPD, ${measure}, for each size. The numbers stand in the table.`,
      measures: {
        apPoints: 'AP, points',
        apPercent: 'AP, per cent',
        apsPoints: 'AP small, points',
        apsPercent: 'AP small, per cent',
      },
      over61: 'over v6.1',
      over60: 'over v6.0',
      overRetold: 'over YOLOv5 (retold)',
      unknown: 'baseline not seen',
    },
    training: {
      caption:
        'How the published models were trained: epochs and batch size from the README of the published code.',
      epochs: 'Epochs',
      batch: 'Batch size',
    },
  },
};
