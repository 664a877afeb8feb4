import { allOf } from './listed.ts';

/** Words of the lab's panel that says why an object was missed. */
const score = (value: number) => value.toFixed(2);

export const why = {
  hint: 'Choose an object or a false alarm, here or by a click in a picture above. Every detector then tells what it said there, before any box was thrown away.',
  object: 'Object',
  none: 'choose one',
  option: (number: number, kind: string, pixels: number) =>
    `${number}: ${kind}, ${pixels.toFixed(1)} px`,
  asking: 'The detectors are asked…',
  failed: (reason: string) => `The detectors can’t be asked. ${reason}`,
  reasons: {
    found: (own: number, overlap: number) =>
      `Found: its box scores ${score(own)} and overlaps the truth by ${score(overlap)}.`,
    class: (kind: string, wrong: string, as: number, own: number | undefined) =>
      `The box is right and the class is wrong: it says ${wrong} with ${score(as)}${
        own === undefined ? '' : `, and ${kind} with ${score(own)}`
      }.`,
    below: (own: number, threshold: number) =>
      `Its best box scores ${score(own)} and stays below the line at ${score(threshold)}.`,
    suppressedByNeighbour: (own: number, other: number, between: number) =>
      `Its box scores ${score(own)}, enough to be shown. It was suppressed by the box of its neighbour, which scores ${score(other)} and overlaps it by ${score(between)}.`,
    suppressed: (own: number, other: number, between: number, overlap: number) =>
      `Its box scores ${score(own)}, enough to be shown. It gave way to a surer one (${score(other)}, overlap ${score(between)}) that covers the truth by ${score(overlap)} only.`,
    claimed: (own: number) =>
      `One box, scoring ${score(own)}, lies over it and its neighbour, and counts for the neighbour.`,
    misplaced: (own: number, overlap: number) =>
      `A box of the right class scores ${score(own)} and is out of place: it overlaps the truth by ${score(overlap)}, and 0.50 is asked for.`,
    silent: (kind: string) => `No box that says ${kind} lies in its place, however faint.`,
  },
  takenFor: (kind: string, as: number) => `Taken for a ${kind}, with ${score(as)}.`,
  seenAs: 'Seen as',
  views: {
    scores: 'scores',
    gradient: 'gradient',
    maps: 'maps',
  },
  level: 'Grid',
  levels: (name: string, stride: number) => `${name}, ${stride} px`,
  scoresText: (kind: string, anchors: readonly (readonly [number, number])[], isThere: boolean) =>
    `Each square is one cell of the chosen grid. Its ${anchors.length} bars are its anchors, from top to bottom ${allOf(
      anchors.map(([width, height]) => `${Math.round(width)} × ${Math.round(height)}`),
    )} px: the longer a bar, the surer that anchor is of a ${kind} there. White: ${isThere ? 'the true box' : 'what is there in truth, if anything'}. Yellow: the box that decides and the bar of the anchor that says it, its cell framed in black.`,
  scoresLabel: (name: string, most: number) =>
    `${name}: scores of the cells around it, at most ${score(most)}`,
  cell: (row: number, column: number, scores: readonly number[]) =>
    `row ${row}, column ${column}: ${scores.map(score).join(', ')}`,
  gradientText:
    'How strongly the score of the box that decides would answer to each pixel: the length of its gradient over the three colours, each picture on a scale of its own. Light is strong.',
  gradientLabel: (name: string, most: number) =>
    `${name}: gradient of the score with respect to the picture, at most ${most.toPrecision(2)}`,
  gradientMost: (most: number, inside: number, isThere: boolean) =>
    `Greatest: ${most.toPrecision(2)} for a pixel from black to white. ${Math.round(100 * inside)} % of it lies ${isThere ? 'on the object' : 'within the box'}.`,
  noGradient: 'No such box lies there, so there is no score to ask about.',
  mapsText:
    'Six channels of the chosen layer, those that stand out most there, each on a scale of its own. Dark is low, light is high.',
  phasesText:
    'Space-to-depth has made four phases of every channel: top left, bottom left, top right, bottom right. Each row is one channel before it.',
  layer: 'Layer',
  layerOption: (row: number, module: string, height: number, channels: number) =>
    `${row} ${module}: ${height} × ${height}, ${channels} channels`,
  channel: (number: number) => `channel ${number}`,
  phases: ['A top left', 'B bottom left', 'C top right', 'D bottom right'],
  mapLabel: (channel: number) => `Channel ${channel} around it`,
} as const;
