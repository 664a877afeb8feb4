// The single answers of a detector: one anchor in one cell of one level.
import type { Box } from './boxes.ts';
import { boxAt, type Level, sigmoid } from './decode.ts';

export interface AnchorPlace {
  level: number;
  row: number;
  column: number;
  anchor: number;
}

/** What a detector says at one place, as logits and as what they mean. */
export interface Answer {
  /** x, y, width, height, objectness, then one a class. */
  logits: Float32Array;
  /** In [0, 1]. */
  objectness: number;
  /** In [0, 1], one a class. */
  classes: number[];
  /** Pixels of the picture. */
  box: Box;
}

function numbersAPlace({ data, height, width, anchors }: Level): number {
  return data.length / (height * width * anchors.length);
}

function offset(level: Level, { row, column, anchor }: AnchorPlace): number {
  return ((row * level.width + column) * level.anchors.length + anchor) * numbersAPlace(level);
}

/** Every number of one place. */
export function answerAt(levels: readonly Level[], place: AnchorPlace): Answer {
  const level = levels[place.level];
  const start = offset(level, place);
  const logits = level.data.slice(start, start + numbersAPlace(level));
  const [objectness, ...classes] = [...logits.subarray(4)].map(sigmoid);
  const box = boxAt(level, start, place);
  return { logits, objectness, classes, box };
}

/** Objectness of one anchor in every cell, in [0, 1]: [height * width]. */
export function objectnessMap(level: Level, anchor: number): Float32Array {
  const numbers = numbersAPlace(level);
  return Float32Array.from({ length: level.height * level.width }, (_, cell) =>
    sigmoid(level.data[(cell * level.anchors.length + anchor) * numbers + 4]),
  );
}

/** All places, the one with the greatest objectness first. */
export function placesByObjectness(levels: readonly Level[]): AnchorPlace[] {
  const all = levels.flatMap((level, index) =>
    level.anchors.flatMap((_, anchor) =>
      Array.from(objectnessMap(level, anchor), (objectness, cell) => ({
        objectness,
        place: {
          level: index,
          row: Math.floor(cell / level.width),
          column: cell % level.width,
          anchor,
        },
      })),
    ),
  );
  return all.sort((a, b) => b.objectness - a.objectness).map(({ place }) => place);
}
