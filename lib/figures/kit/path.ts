// Lines by d3-path, with the two decimals of all coordinates.
import { type Path, pathRound } from 'd3';

/** A place of the drawing, px. */
export type Point = readonly [x: number, y: number];

/** What the pen has drawn, as the value of `d`. */
export function path(draw: (pen: Path) => void): string {
  const pen = pathRound(2);
  draw(pen);
  return pen.toString();
}

/** Takes the pen from point to point. */
function trace(pen: Path, [start, ...others]: readonly Point[]): void {
  pen.moveTo(...start);
  for (const point of others) pen.lineTo(...point);
}

/** Straight lines from point to point; several of them are one path. */
export function polyline(...parts: (readonly Point[])[]): string {
  return path((pen) => {
    for (const points of parts) trace(pen, points);
  });
}

/** Straight lines from point to point and back to the first; several of them are one path. */
export function polygon(...parts: (readonly Point[])[]): string {
  return path((pen) => {
    for (const points of parts) {
      trace(pen, points);
      pen.closePath();
    }
  });
}

/** The open head of an arrow with its tip at (x, y) that points to the right, or down. */
export function head([x, y]: Point, down: boolean, length: number, half: number): Point[] {
  return down
    ? [
        [x - half, y - length],
        [x, y],
        [x + half, y - length],
      ]
    : [
        [x - length, y - half],
        [x, y],
        [x - length, y + half],
      ];
}
