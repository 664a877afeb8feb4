/** Words of the lab's panel in which one object shrinks, and moves by parts of a pixel. */
const score = (value: number) => value.toFixed(2);
interface Spread {
  low: number;
  middle: number;
  high: number;
}

const pixels = (value: number) => `${value.toFixed(1)} px`;

export const vary = {
  title: 'Shrink it until it is gone',
  hint: 'Choose an object, here or by a click in a picture above. Its score is asked for at sixteen lengths, and at eighty-one places within a pixel.',
  object: 'Object',
  none: 'choose one',
  length: 'Its length',
  asking: (done: number, all: number) => `${done} of ${all} pictures looked at`,
  failed: (reason: string) => `The detectors can’t be asked. ${reason}`,
  goOn: 'Go on',
  others: 'Other backgrounds',
  ask: 'Set it on them',
  moved: 'The object or the settings have changed: it was set on other backgrounds before that.',
  few: (found: number) =>
    found === 0
      ? 'None of the scenes that follow has a free place for it.'
      : `Of the scenes that follow only ${found} ${found === 1 ? 'has' : 'have'} a free place for it.`,
  ground: (scene: number) => `The object on the ground of scene ${scene}`,
  sizeTitle: 'Score against length',
  sizeText: (kind: string, others: number) =>
    `Thick: the chosen ${kind}, shrunk where it stands. The dashed line is the threshold.${
      others > 0
        ? ` The same ${kind} was also set into ${others === 1 ? 'another scene' : `${others} other scenes`}, each time in the place of one of its kind. Shaded: eight in ten of them; thin: the middle one.`
        : ''
    }`,
  length_axis: 'length, px',
  lost: (below: number) => `loses it below ${pixels(below)}`,
  never: 'keeps it even at the smallest length',
  always: 'never finds it',
  unfinished: 'not yet asked at every length',
  othersLost: (low: number, middle: number, high: number) =>
    `on other backgrounds below ${pixels(middle)} (${pixels(low)} to ${pixels(high)})`,
  shiftTitle: 'Move it by one pixel',
  shiftText:
    'Each square is one place of the object, an eighth of a pixel from the next: its own place is in the middle, half a pixel lies between there and the edge. Nothing else changes. Light is a high score, or a box that is far off. Empty: no box; grey: not asked yet.',
  scoreMap: 'score',
  errorMap: 'box off by',
  scoreRange: (low: number, high: number) => `Scores from ${score(low)} to ${score(high)}.`,
  errorRange: (low: number, high: number) =>
    `The middle of its box is off by ${low.toFixed(2)} to ${high.toFixed(2)} px.`,
  noBox: 'No box lies in its place.',
  lostAt: (lost: number, all: number) =>
    lost === 0
      ? 'Found at every place.'
      : lost === all
        ? 'Missed at every place.'
        : `Missed at ${lost} of ${all} places.`,
  unfinishedPlaces: 'Not asked at any place yet.',
  othersMap: 'score, middle of the other backgrounds',
  othersRange: (grounds: number, { low, middle, high }: Spread) =>
    `On ${grounds === 1 ? 'another background' : `${grounds} other backgrounds`} its score varies within a pixel by ${score(middle)} (${score(low)} to ${score(high)}).`,
  othersOff: ({ low, middle, high }: Spread) =>
    `Its box is off by ${middle.toFixed(2)} px there (${low.toFixed(2)} to ${high.toFixed(2)}).`,
  chartLabel: (name: string, points: readonly (readonly [length: number, score: number])[]) =>
    `${name}: ${points.map(([length, value]) => `${score(value)} at ${pixels(length)}`).join(', ')}`,
} as const;
