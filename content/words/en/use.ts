/** The words of the chapters "Results" and "Use it" that only the build needs. Not part of `words`, which pages carry. */
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
  results: {
    strided: 'YOLOv5 v6.1, strided',
    spd: 'YOLOv5-SPD',
    size: 'Size',
    show: 'Show',
    ap: 'AP, per cent',
    cost: {
      caption:
        'AP on COCO val2017 against cost. AP and latency as the two READMEs print them; parameters and MACs counted here. The lines join the sizes n, s, m, l of one family.',
      label: (axis: string) =>
        `AP of both families against ${axis}, one point for each of the sizes n, s, m and l. The numbers stand in the table.`,
      axes: {
        parameters: 'Parameters, millions',
        macs: 'MACs, thousand millions',
        latency: 'Latency as printed, milliseconds',
      },
      short: { parameters: 'Parameters', macs: 'MACs', latency: 'Latency' },
      model: 'Model',
    },
    gain: {
      caption:
        'What YOLOv5-SPD gains over YOLOv5. Against AP of v6.1 and of v6.0, both quoted; against AP_S of the strided models at n and s, which we know only from a retelling.',
      label: (measure: string) =>
        `Gain of YOLOv5-SPD, ${measure}, for each size. The numbers stand in the table.`,
      measures: {
        apPoints: 'AP, points',
        apPercent: 'AP, per cent',
        apsPoints: 'AP_S, points',
        apsPercent: 'AP_S, per cent',
      },
      over61: 'over v6.1',
      over60: 'over v6.0',
      overRetold: 'over v5 (retold)',
      unknown: 'baseline not seen',
    },
    training: {
      caption:
        'How the published models were trained: epochs and batch size from the README of the published code.',
      epochs: 'Epochs',
      batch: 'Batch size',
    },
    measured: {
      none: 'No result file stands in this repository at the moment.',
      experiment: (n: number) => `${n} ${n === 1 ? 'run' : 'runs'}.`,
      variant: 'Variant',
      seeds: 'Seeds',
      one: 'one run',
      spread: (mean: string, spread: string) => `${mean} ± ${spread}`,
      explain:
        'Dots are runs, one for each seed. The bar is their mean; ± is the standard deviation over the seeds, and cannot be given for a single one.',
      single:
        'Every variant was trained once. One run says nothing about the difference: with other seeds these numbers move, and a single run cannot say by how much.',
      few: 'Some variants were trained once only: nothing can be said of their difference from the others.',
      command: 'The command of each run, and the commit',
      label: (measure: string) =>
        `${measure} of every run, one row for each variant. The numbers stand in the table.`,
      measures: {
        AP: 'AP',
        AP50: 'AP50',
        'APsize.<8': 'AP, under 8 px',
        'APsize.8-14': 'AP, 8 to 14 px',
        'APsize.>14': 'AP, over 14 px',
        top1: 'Top-1',
        top1at16: 'Top-1 at 16 × 16 px',
        top1at8: 'Top-1 at 8 × 8 px',
      } as Record<string, string>,
      cards: {
        title: 'The shipped detectors',
        about:
          'Average precision on 500 held-out generated scenes, in per cent, as the cards beside the weights say. “npm run evaluate” measures them again with the engine of this site.',
      },
      variants: {
        yolov5p: 'Strided',
        'yolov5p-spd': 'SPD as published',
        'yolov5p-spd-3x3': 'SPD as drawn',
        'yolov5p-spd-1x1': 'SPD, 1×1',
        'yolov5p-maxpool': 'Max-pooling',
        'yolov5p-avgpool': 'Average pooling',
        'yolov5p-blurpool': 'Blur-pooling',
        'yolov5p-wide-macs': 'Strided, SPD’s work',
        'yolov5p-wide-parameters': 'Strided, SPD’s parameters',
        resnet18: 'ResNet-18',
        'resnet18-spd': 'ResNet-18-SPD',
        'resnet18-equal-maps': 'ResNet-18, SPD’s map sizes',
        'resnet18-imagenet': 'ResNet-18, ImageNet stem',
        resnet50: 'ResNet-50',
        'resnet50-spd': 'ResNet-50-SPD',
        'resnet50-equal-maps': 'ResNet-50, SPD’s map sizes',
        'resnet50-imagenet': 'ResNet-50, ImageNet stem',
      } as Record<string, string>,
    },
  },
};
