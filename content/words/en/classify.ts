import type { Drawing } from '#lib/classify/index.ts';

/** Words of the page on which networks name what is in a small picture. */
const count = (value: number) => value.toLocaleString('en');
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const points = (value: number) => `${value.toFixed(1).replace('-', '−')} points`;

export const classify = {
  title: 'Classification lab',
  intro: [
    'One of the three networks is strided, one has space-to-depth, and the third is strided again, with maps as large as the second’s. They know ten classes, from CIFAR-10, in pictures of 32 × 32 pixels. The picture is yours to choose: a drawing of ours, one that you draw yourself, or a file.',
  ],
  experiments: [
    {
      title: 'The truck that becomes a ship',
      look: 'All three know it at 32 pixels. At 8 it is a box above a line: see what they make of that.',
    },
    {
      title: 'A car in eight pixels',
      look: 'Nobody finds the car. See how sure each of them is of something else.',
    },
    {
      title: 'Draw on it',
      look: 'Begin with an empty sky, and draw something. How many strokes until they agree on a class?',
    },
  ],
  labels: {
    drawing: 'A drawing of ours',
    blank: 'an empty sky',
    side: 'Pixels a side',
    sideOf: (side: number) => `${side} px`,
    network: (place: string) => `${place} network`,
    places: ['First', 'Second', 'Third'],
    nobody: 'none',
    count: 'Pictures',
    all: 'all of them',
  },
  drawings: {
    airplane: 'an airplane',
    ship: 'a ship',
    automobile: 'an automobile',
    truck: 'a truck',
    bird: 'a bird',
  } satisfies Readonly<Record<Drawing, string>>,
  notPhotographs: 'Drawn by the page. The networks have seen only photographs.',
  pad: {
    label:
      'Drawing of 32 × 32 pixels. Drag to draw; with the keyboard the arrow keys move the pen, and Space puts it down.',
    pen: 'Pen',
    width: 'Width of the pen',
    widths: ['fine', 'medium', 'broad'],
    colours: ['white', 'grey', 'black', 'red', 'yellow', 'green', 'blue', 'brown'],
    undo: 'Undo',
    clear: 'Start again',
    at: (x: number, y: number) => `Pen at column ${x + 1}, row ${y + 1}`,
  },
  choose: 'Use my picture',
  drop: 'or drop or paste one. Its middle square is used. It stays on this device.',
  seenTitle: 'What they are shown',
  seen: (side: number) => `${side} × ${side}`,
  seenLabel: (side: number) => `The picture as a camera of ${side} by ${side} pixels has it`,
  working: 'Fetching the networks…',
  answersTitle: 'What they take it for',
  size: 'Pixels',
  answer: (name: string, probability: number) => `${name} ${Math.round(100 * probability)} %`,
  scoresTitle: (side: number) => `Every class, at ${side} × ${side}`,
  className: 'Class',
  summary: {
    agree: (side: number, name: string) => `At ${side} × ${side} pixels they agree: ${name}.`,
    part: (side: number, answers: string) => `At ${side} × ${side} pixels they part: ${answers}.`,
    one: (network: string, name: string) => `${network} says ${name}`,
  },
  batchTitle: 'Over a batch of your own',
  batch: [
    'One picture proves nothing. If you have CIFAR-10’s binary version (data_batch_1.bin to data_batch_5.bin, test_batch.bin), its pictures can be counted here, at all three sizes. The file is read on this device and goes nowhere. Only test_batch.bin is new to the networks: they have learned from the others.',
  ],
  open: 'Open a .bin batch',
  opened: (file: string, pictures: number) => `${file}: ${count(pictures)} pictures`,
  counting: (done: number, all: number) => `${count(done)} of ${count(all)} pictures`,
  start: 'Count',
  again: 'Count again',
  accuracy: (pictures: number) => `Right answers on ${count(pictures)} pictures`,
  interval: (share: number, low: number, high: number) =>
    `${percent(share)} (${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)})`,
  known: (value: number) => `${value.toFixed(1)} % of all 10,000 test pictures`,
  verdict: {
    title: 'Is the difference noise?',
    sure: (side: number, ahead: string, behind: string, by: number, margin: number) =>
      `At ${side} × ${side} ${ahead} is ahead of ${behind} by ${points(by)} (± ${margin.toFixed(1)}): more than the choice of pictures explains.`,
    level: (side: number, first: string, second: string, by: number, margin: number) =>
      `At ${side} × ${side} ${first} and ${second} differ by ${points(by)}, within what the choice of pictures gives by chance (± ${margin.toFixed(1)}).`,
    seeds:
      'Each number comes from a single training. Other seeds would move it, too: the runs stand in the chapter on real pictures.',
  },
  confusion: (network: string, side: number) =>
    `${network} at ${side} × ${side}: true class down, answer across`,
  confusionTitle: 'Who takes what for what',
  short: ['pla', 'aut', 'bir', 'cat', 'dee', 'dog', 'fro', 'hor', 'shi', 'tru'],
  howTitle: 'What happens to the picture',
  how: [
    'At 16 and at 8 pixels the picture is averaged over blocks, as a camera with fewer pixels would have it, and brought back to 32 × 32 bilinearly, since the networks read nothing smaller. They were judged in the same way.',
    'The four networks of one depth were trained alike, on photographs of 32 × 32 pixels, and never on shrunken ones. Their weights are those of the median of three seeds. “SPD’s map sizes” is the fair neighbour: its maps are as large as those of the network with space-to-depth, and it has none.',
    'A bar is the probability that a network gives to a class, the ten summing to one. It is no measure of truth: networks are sure of much that they have never seen.',
  ],
  chapter: [
    'What three seeds of each say stands in ',
    'Real pictures and classifiers',
    ': space-to-depth does not win there.',
  ],
  withoutScript:
    'The networks need JavaScript: they run in your browser. What happens to the picture stands below.',
  fromLab: [
    'There is one for networks that name a whole picture, too: the ',
    'Classification lab',
    '.',
  ],
  labTitle: 'Three networks and a small picture',
} as const;
