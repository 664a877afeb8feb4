import type { Decision, Device, Kind, Option, Situation, Verdict } from '#lib/decide/index.ts';

/** Pixels to a tenth, without needless zeros. */
const px = (length: number) => `${Number(length.toFixed(1))} px`;
const times = (factor: number) => `${factor.toFixed(2)} times`;
const million = (count: number) => (count / 1e6).toFixed(1);
const absent = '–';
/** The gain of what the others are compared with. */
const reference = 'reference';

/** The same in a sentence. */
const onDevice: Record<Device, string> = {
  cpu: 'a processor (CPU)',
  gpu: 'a graphics card (GPU)',
  npu: 'an accelerator (NPU)',
  mcu: 'a microcontroller',
};

const devices: Record<Device, string> = {
  cpu: 'Processor (CPU)',
  gpu: 'Graphics card (GPU)',
  npu: 'Accelerator (NPU)',
  mcu: 'Microcontroller',
};

/** What is known of the time, or of the memory, on such a device. */
const ofDevice: Record<Device, (published: Option, wide: Option, now: Option) => string> = {
  cpu: ({ time }, wide) =>
    `On a processor we timed our own small detector: a pass takes ${times(time!)} as long with SPD, and ${times(wide.time!)} in the wider strided network.`,
  gpu: ({ time, size }) =>
    `On a graphics card we measured nothing. Two READMEs print ${times(time!)} the latency for YOLOv5${size} with SPD, perhaps from different cards. We have seen no time for the wider network.`,
  npu: ({ time, moved }) =>
    `${
      time === undefined
        ? 'Of an accelerator we have no number at this size.'
        : `On one accelerator (RK3588) a user saw SPD take ${time.toFixed(1)} times as long.`
    } Space-to-depth moves ${million(moved)} million numbers a picture here, and that copy may be slow. The wider network has no such step; its time has not been measured.`,
  mcu: (published, wide, now) =>
    `On a microcontroller nothing was measured. Counted: the largest map has ${million(now.largest)} million numbers now, ${million(published.largest)} with SPD and ${million(wide.largest)} in the wider network.`,
};

const names: Record<Kind, (size: string) => string> = {
  now: (size) => `YOLOv5${size}, strided: in use`,
  published: (size) => `YOLOv5${size}, SPD as published`,
  wide: (size) => `YOLOv5${size}, strided, widened to SPD’s work`,
  drawn: (size) => `YOLOv5${size}, SPD as drawn`,
  fork: (size) => `YOLOv5${size}, SPD with 1×1`,
  'larger-input': (size) => `YOLOv5${size}, strided, larger input you can afford`,
  'larger-model': (size) => `YOLOv5${size}, strided`,
};

const described = ({ object, picture, input, size, device, file, budget }: Situation) =>
  `an object of ${object} px in a picture of ${picture} px, an input of ${input} px, YOLOv5${size} on ${onDevice[device]}${file ? ', with a file that must stay small' : ''}, and ${budget} times its work to spend.`;

/** The words of "Should you use it?". Not part of `words`: no other page has to carry them. */
export const decide = {
  parameters: {
    object: 'Longer side of your object',
    picture: 'Longer side of your picture',
    input: 'Side of the network’s input',
    size: 'Model in use',
    device: 'What runs it',
    file: 'File must stay small',
    budget: 'Work that you can afford',
  },
  devices,
  verdicts: {
    large: 'Probably not for this object: at your input it is not small.',
    pixels: 'First give the network the pixels that your picture has.',
    wide: 'First the strided network, made wider until it does SPD’s work.',
    try: 'Worth a try: SPD as published makes more of each weight.',
    measure: 'Time one pass of each on your chip before you train either.',
    memory: 'First see which of them the memory of your chip can hold.',
    dear: 'Not at this price: SPD costs more than you can afford.',
  } satisfies Record<Verdict, string>,
  reasons: (situation: Situation, decision: Decision): string[] => {
    const { input, picture, budget, size, device } = situation;
    const { object, equalInput, options, verdict } = decision;
    const find = (of: Kind) => options.find(({ kind }) => kind === of) as Option;
    const [now, published, wide] = [find('now'), find('published'), find('wide')];
    const equal = (situation.object * Math.min(equalInput, picture)) / picture;
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
        ? `For the work of SPD the strided model could take an input of ${equalInput} px, where your object is ${px(equal)} long.`
        : picture <= input
          ? 'Your picture has no more pixels than the input: a larger input would only enlarge it.'
          : 'The next larger input would cost more than the published wiring.',
      ofDevice[device](published, wide, now),
      ...(verdict === 'large'
        ? []
        : [
            `Widened to SPD’s work, the strided network scored as high in our long runs. But at your size it has ${million(wide.parameters)} million weights, and SPD ${million(published.parameters)}.`,
          ]),
    ];
  },
  region: 'What you could run instead',
  caption:
    'What you could run instead. Weights and work are counted, and work grows with the number of pixels. The gain is that of our own small detectors, in points of AP over the strided one, after 10,000 steps, or 3,000 (*). Bold: what the answer above means. A dash: not measured. None of it says how well a network would find your object.',
  columns: (device: Device) => [
    'Option',
    'Input, px',
    'Object, px',
    'Weights, M',
    'Work',
    { cpu: 'Time, ours', gpu: 'Time, printed', npu: 'Time, a user’s', mcu: 'Largest map, M' }[
      device
    ],
    'Gain, ours',
    'Affordable',
  ],
  cells: (
    { kind, size, input, object, parameters, factor, time, largest, gain, affordable }: Option,
    device: Device,
  ) => [
    names[kind](size),
    String(input),
    String(Number(object.toFixed(1))),
    million(parameters),
    `× ${factor.toFixed(2)}`,
    device === 'mcu' ? million(largest) : time === undefined ? absent : `× ${time.toFixed(2)}`,
    kind === 'now' ? reference : (gain ?? absent),
    affordable ? 'yes' : 'no',
  ],
  case: (situation: Situation) => `${described(situation).replace(/^a/, 'A')}`,
  example: (situation: Situation) =>
    `An example: ${described(situation)} With JavaScript you can set your own.`,
};
