import type { Conversion } from '#lib/convert/index.ts';
import type { Decision, Option, Situation, Verdict } from '#lib/decide/index.ts';

/** Pixels to a tenth, without needless zeros. */
const px = (length: number) => `${Number(length.toFixed(1))} px`;

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
  converter: {
    withoutScript:
      'The converter needs JavaScript: it works on the file in your browser. The programs above do the same.',
    choose: 'Choose a safetensors file',
    drop: 'or drop one here. It stays on this device.',
    sample: 'Try the notebook’s own detector',
    kind: 'Conversion',
    kinds: {
      reorder: 'Another channel order',
      'to-strided': 'SPD + convolution to strided',
      'to-spd': 'Strided to SPD + convolution',
    },
    does: {
      reorder:
        'Deals the input channels out anew in every tensor that reads the output of space-to-depth: kernels, matrices, and the vectors of a batch norm that stands between.',
      'to-strided':
        'Lays the kernel behind space-to-depth out as the one strided kernel that computes the same.',
      'to-spd':
        'Cuts a strided kernel into its phases, with zeros where it does not fill whole blocks: the kernel behind space-to-depth that computes the same.',
    },
    block: 'Block size',
    order: 'Channel order',
    from: 'From',
    to: 'To',
    padding: 'Padding of the strided kernel',
    paddingHelp: 'Zeros at the top and at the left, as the strided convolution has them.',
    reading: (file: string) => `Reading ${file}`,
    looking: 'Looking at the tensors',
    working: 'Converting',
    stop: 'Stop',
    tooLarge: (file: string) =>
      `“${file}” is too large for a browser’s tab: 1.5 GB at most. Split it, or use the programs above.`,
    notRead: (file: string, why: string) => `“${file}” could not be read. ${why}`,
    noSample: 'The sample could not be fetched',
    tensors: (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'tensor' : 'tensors'}.`,
    recognised: (architecture: string, n: number) =>
      `Its names and shapes are those of ${architecture}: the ${n} tensors that this conversion concerns are chosen.`,
    unknown:
      'It is none of the architectures of this notebook. Choose the tensors that read the output of space-to-depth, or that are to read it.',
    filter: 'Filter by name',
    all: (n: number) => `Choose these ${n.toLocaleString('en')}`,
    none: 'Choose none of these',
    list: 'Tensors of the file',
    columns: { tensor: 'Tensor', type: 'Type', shape: 'Shape', becomes: 'Becomes' },
    sameShape: 'same shape',
    firstChannels: 'first',
    ofChannels: (n: number) => `of ${n} channels`,
    convert: (n: number) => `Convert ${n.toLocaleString('en')} and download`,
    fileName: (stem: string, conversion: Conversion) =>
      `${stem}-${conversion.kind === 'reorder' ? conversion.to : conversion.kind === 'to-strided' ? 'strided' : 'spd'}.safetensors`,
    saved: (file: string, n: number, bytes: number) =>
      `Saved ${file}: ${n} ${n === 1 ? 'tensor' : 'tensors'} converted, ${(bytes / 1e6).toFixed(1)} MB in all.`,
    advice: (conversion: Conversion) => {
      const { block } = conversion;
      switch (conversion.kind) {
        case 'reorder':
          return `Put space-to-depth in the order ${conversion.to} in front of them.`;
        case 'to-strided':
          return `Take space-to-depth out, and run them with stride ${block} and ${block} times the padding that they had.`;
        case 'to-spd': {
          const before = Math.ceil(conversion.padding / block);
          return `Put space-to-depth in front of them, and run them with stride 1 and ${before} ${before === 1 ? 'row' : 'rows'} of zeros at the top and at the left; at the bottom and at the right as many as the output’s size asks for.`;
        }
      }
    },
  },
  decide: {
    parameters: {
      object: 'Longer side of your object',
      picture: 'Longer side of your picture',
      input: 'Side of the network’s input',
      size: 'Model in use',
      budget: 'Work that you can afford',
    },
    verdicts: {
      large: 'Probably not for this object: at your input it is not small.',
      pixels: 'First give the network the pixels that your picture has.',
      try: 'Worth a try, beside a strided model of the same cost.',
      dear: 'Not as published: it costs more than you can afford.',
    } satisfies Record<Verdict, string>,
    reasons: (situation: Situation, decision: Decision): string[] => {
      const { input, picture, budget, size } = situation;
      const { object, equalInput, options } = decision;
      const published = options.find(({ kind }) => kind === 'published') as Option;
      const equal = (situation.object * Math.min(equalInput, picture)) / picture;
      const times = (factor: number) => `${factor.toFixed(2)} times`;
      return [
        object < 32
          ? `At an input of ${input} px your object is ${px(object)} long. That is below 32 px, small in COCO’s sense, if it is as high as it is long.`
          : `At an input of ${input} px your object is ${px(object)} long. COCO calls objects small below 32 px: the gain that the authors print for small objects was not measured on objects like yours.`,
        ...(object < 8
          ? [
              'That is less than one cell of the finest level that detects (8 px). No layer brings back what the input no longer holds.',
            ]
          : []),
        `YOLOv5${size} wired as published does ${times(published.factor)} the work of the strided one. You can afford ${budget} times.`,
        equalInput > input
          ? `For the same work the strided model could take an input of ${equalInput} px, where your object is ${px(equal)} long.`
          : picture <= input
            ? 'Your picture has no more pixels than the input: a larger input would only enlarge it.'
            : 'The next larger input would cost more than the published wiring.',
      ];
    },
    caption:
      'What you could run instead. Work counted by this repository from the architecture files; it grows with the number of pixels. Nothing here says how well any of them finds your object: measure that.',
    columns: [
      'Option',
      'Input, px',
      'Object, px',
      'Parameters, M',
      'MACs, G',
      'Work',
      'Affordable',
    ],
    cells: ({ kind, size, input, object, parameters, macs, factor, affordable }: Option) => [
      {
        now: `YOLOv5${size}, strided: in use`,
        published: `YOLOv5${size}, SPD as published`,
        drawn: `YOLOv5${size}, SPD as drawn`,
        fork: `YOLOv5${size}, SPD with 1×1`,
        'larger-input': `YOLOv5${size}, strided, larger input`,
        'larger-model': `YOLOv5${size}, strided`,
      }[kind],
      String(input),
      String(Number(object.toFixed(1))),
      (parameters / 1e6).toFixed(1),
      (macs / 1e9).toFixed(1),
      `× ${factor.toFixed(2)}`,
      affordable ? 'yes' : 'no',
    ],
    levels: (strides: readonly number[], cells: readonly number[]) =>
      `Cells that the object is long: ${strides.map((stride, i) => `${cells[i].toFixed(cells[i] < 10 ? 1 : 0)} at stride ${stride}`).join(', ')}.`,
    example: ({ object, picture, input, size, budget }: Situation) =>
      `An example: an object of ${object} px in a picture of ${picture} px, an input of ${input} px, YOLOv5${size}, and ${budget} times its work to spend. With JavaScript you can set your own.`,
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
      } as Record<string, string>,
    },
  },
};
