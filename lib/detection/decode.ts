import type { Box, Detection } from './boxes.ts';

/** One level of a detector's output for one picture. */
export interface Level {
  /** Logits, float32 [height, width, anchors * (5 + classes)]: x, y, width, height, objectness, classes of each anchor. */
  data: Float32Array;
  /** Cells. */
  height: number;
  width: number;
  /** Pixels of the picture a cell. */
  stride: number;
  /** Width and height of each anchor, pixels. */
  anchors: readonly (readonly [number, number])[];
}

export interface DecodeOptions {
  classCount: number;
  /** A box is given for every class whose score (objectness times class) is above this. */
  scoreThreshold: number;
  /** One box an anchor at most, of its best class: what is shown to people. Measurements take every class. */
  bestClassOnly?: boolean;
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/**
 * The box of one anchor in one cell, as YOLOv5 has it since version 6: centre (2 sigmoid - 0.5 + cell) * stride, side
 * (2 sigmoid)^2 * anchor.
 *
 * @param start where the anchor's numbers begin in the level's data
 */
export function boxAt(
  { data, stride, anchors }: Level,
  start: number,
  { row, column, anchor }: { row: number; column: number; anchor: number },
): Box {
  const [anchorWidth, anchorHeight] = anchors[anchor];
  const width = (2 * sigmoid(data[start + 2])) ** 2 * anchorWidth;
  const height = (2 * sigmoid(data[start + 3])) ** 2 * anchorHeight;
  return {
    x: (2 * sigmoid(data[start]) - 0.5 + column) * stride - width / 2,
    y: (2 * sigmoid(data[start + 1]) - 0.5 + row) * stride - height / 2,
    width,
    height,
  };
}

/**
 * From logits to boxes.
 *
 * @throws RangeError when a level does not hold the numbers its shape asks for
 */
export function decode(
  levels: readonly Level[],
  { classCount, scoreThreshold, bestClassOnly = false }: DecodeOptions,
): Detection[] {
  const detections: Detection[] = [];
  const perAnchor = 5 + classCount;
  for (const level of levels) {
    const { data, height, width, anchors } = level;
    const expected = height * width * anchors.length * perAnchor;
    if (data.length !== expected) {
      throw new RangeError(
        `decode: a level of ${height} x ${width} cells, ${anchors.length} anchors and ${classCount} classes has ${expected} numbers, not ${data.length}`,
      );
    }
    let i = 0;
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        for (let anchor = 0; anchor < anchors.length; anchor++) {
          const objectness = sigmoid(data[i + 4]);
          if (objectness > scoreThreshold) {
            const box = boxAt(level, i, { row, column, anchor });
            const [from, to] = bestClassOnly
              ? only(largest(data, i + 5, classCount))
              : [0, classCount];
            for (let classIndex = from; classIndex < to; classIndex++) {
              const score = objectness * sigmoid(data[i + 5 + classIndex]);
              if (score > scoreThreshold) detections.push({ ...box, classIndex, score });
            }
          }
          i += perAnchor;
        }
      }
    }
  }
  return detections;
}

/** The place of the largest of `count` numbers from `start`, counted from there. */
function largest(data: Float32Array, start: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (data[start + i] > data[start + best]) best = i;
  return best;
}

function only(index: number): [from: number, to: number] {
  return [index, index + 1];
}
