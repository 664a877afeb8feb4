/** Words of the lab's panel in which one object shrinks, and moves by parts of a pixel. */
const score = (value: number) => value.toFixed(2);
const pixels = (value: number) => `${value.toFixed(1)} px`;

export const vary = {
  title: 'Shrink it until it is gone',
  hint: 'Choose an object, here or by a click in a picture above. Its score is asked for at sixteen lengths, and at eighty-one places within a pixel.',
  object: 'Object',
  none: 'choose one',
  length: 'Its length',
  asking: (done: number, all: number) => `${done} of ${all} pictures looked at`,
  failed: (reason: string) => `The detectors can’t be asked. ${reason}`,
  others: 'Others of its kind',
  ask: 'Ask in other scenes',
  moved: 'The object or the settings have changed: the other scenes were asked before that.',
  sizeTitle: 'Score against length',
  sizeText: (kind: string, others: number) =>
    `Thick: the chosen ${kind}, shrunk and stretched where it stands. The dashed line is the threshold.${
      others > 0
        ? ` Shaded: eight in ten of ${others} others of its kind, each in a scene of its own; thin: the middle one.`
        : ''
    }`,
  length_axis: 'length, px',
  lost: (below: number) => `loses it below ${pixels(below)}`,
  never: 'keeps it even at the smallest length',
  always: 'never finds it',
  othersLost: (low: number, middle: number, high: number) =>
    `the others below ${pixels(middle)} (${pixels(low)} to ${pixels(high)})`,
  at: (length: number, own: number) => `at ${pixels(length)} its score is ${score(own)}`,
  shiftTitle: 'Move it by one pixel',
  shiftText:
    'Each square is one place of the object, an eighth of a pixel from the next: its own place is in the middle, half a pixel lies between there and the edge. Nothing else changes. Light is a high score, or a box that is far off; empty: no box.',
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
  othersRange: (low: number, middle: number, high: number) =>
    `Within a pixel the scores of the others differ by ${score(middle)} (${score(low)} to ${score(high)}).`,
  chartLabel: (name: string, points: readonly (readonly [length: number, score: number])[]) =>
    `${name}: ${points.map(([length, value]) => `${score(value)} at ${pixels(length)}`).join(', ')}`,
} as const;
