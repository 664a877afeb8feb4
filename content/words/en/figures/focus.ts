import type { FocusWords } from '#lib/figures/focus/words.ts';

/** The rearrangement of YOLOv5’s stem at every place where the network halves a map. */
export const focus: FocusWords = {
  title: 'Focus, and everywhere',
  parameters: {
    stem: {
      label: 'YOLOv5 before',
      help: 'What stands at the start of the network that is changed.',
      options: { focus: 'up to 5.0: Focus stem', conv: 'from 6.0: 6×6/2 stem' },
    },
    width: { label: 'Width', options: { n: 'n', s: 's', m: 'm', l: 'l' } },
    size: { label: 'Image size' },
  },
  presets: ['from Focus', 'from 6×6/2'],
  gates: [
    'the stem',
    'the second halving',
    'the third',
    'the fourth',
    'the fifth',
    'the neck’s first',
    'the neck’s second',
  ],
  stops: { stem: 'Focus, at the stem', end: 'everywhere' },
  drawing: {
    backbone: 'backbone',
    neck: 'neck',
    mark: 'what the four-coloured mark does',
    markShort: 'what the mark does',
    strided: (n) => `strided ${n}`,
    spd: (n) => `space-to-depth ${n}`,
    focusGate: 'Focus',
    spdGate: 'SPD',
  },
  what: (width, size) =>
    `YOLOv5${width} halves an image of ${size} × ${size} pixels five times on the way down, and two maps again in its neck.`,
  so: (strided, spd) => `Strided convolutions: ${strided}; space-to-depth: ${spd}.`,
  stem: (focus, shapes) =>
    `${focus ? 'The stem is Focus' : 'The 6 × 6 stem with stride 2 is rewritten as Focus, the same layer'}: it deals each block of 2 × 2 pixels out to four sub-maps, ${shapes}, before its convolution.`,
  at: (gate, shapes) => `At ${gate} the same rearrangement takes the stride’s place: ${shapes}.`,
  everywhere: (gates) =>
    `In YOLOv5-SPD the rearrangement of the stem stands at all ${gates} places.`,
  ofCells: async () => (await import('../cells/focus.ts')).focus,
};
