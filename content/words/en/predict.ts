/** Words of a question that is answered before the answer is shown. */
export const predict = {
  title: 'Predict first',
  show: 'Just show me',
  right: 'You predicted it.',
  wrong: (chosen: string) => `You predicted “${chosen}”.`,
  ready: 'That is my guess',
  again: 'Predict again',
  kept: 'Your guess stays on this device.',
  /** Over a figure that waits for the bet. */
  veil: 'Your guess first. Then this shows what happens.',
  toQuestion: 'To the question',
  paint: {
    palette: 'Number to paint with',
    grid: 'Pixels',
    keys: 'Arrow keys walk from pixel to pixel, a digit fills it in.',
    cell: (row: number, column: number) => `Row ${row + 1}, column ${column + 1}`,
    said: 'the small numbers in the corners',
    unset: 'Fill in every pixel first.',
    told: (hits: number, all: number) =>
      hits === all
        ? `All ${all} pixels are as you painted them.`
        : `${hits} of ${all} pixels are as you painted them. Your numbers stand in the corners of the figure’s.`,
  },
  number: {
    line: 'Your guess on the line',
    unset: 'Put the mark where you think it belongs first.',
    told: (guess: string, answer: string) => `You said ${guess}; it is ${answer}.`,
  },
  order: {
    up: (name: string) => `${name}: up`,
    down: (name: string) => `${name}: down`,
    place: (place: number) => `${place}.`,
    unit: 'grey levels',
    told: (hits: number, all: number, first: string, last: string) =>
      `${hits === all ? `All ${all} stand` : `${hits} of ${all} ${hits === 1 ? 'stands' : 'stand'}`} where you put ${hits === 1 ? 'it' : 'them'}. First comes ${first}, last ${last}.`,
  },
  curve: {
    x: 'Size of every object, px',
    y: 'Gain in AP, points',
    unit: 'points',
    unset: 'Drag the curve first.',
    knot: (x: string, value: number) => `${x}: ${value}`,
    point: (x: number | string, value: string) => `${x}: ${value}`,
    cost: {
      x: 'MACs, billions (logarithmic)',
      y: 'AP on COCO, per cent',
      unit: 'per cent',
      model: (size: string) => `YOLOv5-SPD-${size}`,
      strided: 'YOLOv5',
    },
    said: 'the thin line',
    told: (off: string) => `On average your line is off by ${off}. The bold line was measured.`,
  },
};
