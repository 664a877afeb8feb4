import type { Decision, Option, Situation, Verdict } from '#lib/decide/index.ts';

/** Pixels to a tenth, without needless zeros. */
const px = (length: number) => `${Number(length.toFixed(1))} px`;

/** The words of "Should I use it?". Not part of `words`: no other page has to carry them. */
export const decide = {
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
  columns: ['Option', 'Input, px', 'Object, px', 'Parameters, M', 'MACs, G', 'Work', 'Affordable'],
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
  case: ({ object, picture, input, size, budget }: Situation) =>
    `An object of ${object} px in a picture of ${picture} px, an input of ${input} px, YOLOv5${size}, and ${budget} times its work to spend.`,
  example: ({ object, picture, input, size, budget }: Situation) =>
    `An example: an object of ${object} px in a picture of ${picture} px, an input of ${input} px, YOLOv5${size}, and ${budget} times its work to spend. With JavaScript you can set your own.`,
};
