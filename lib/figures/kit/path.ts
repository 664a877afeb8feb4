// Lines as the value of `d`, with the two decimals of all coordinates.

/** A place of the drawing, px. */
export type Point = readonly [x: number, y: number];

/** A pen, with the words of a canvas for what it can do. */
class Pen {
  path = '';

  #put(command: string, ...numbers: number[]): void {
    this.path += command + numbers.map((at) => Math.round(at * 100) / 100).join(',');
  }

  moveTo = (x: number, y: number) => this.#put('M', x, y);
  lineTo = (x: number, y: number) => this.#put('L', x, y);
  quadraticCurveTo = (...numbers: [x1: number, y1: number, x: number, y: number]) =>
    this.#put('Q', ...numbers);
  bezierCurveTo = (
    ...numbers: [x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  ) => this.#put('C', ...numbers);
  closePath = () => this.#put('Z');
}

/** What the pen has drawn, as the value of `d`. */
export function path(draw: (pen: Pen) => void): string {
  const pen = new Pen();
  draw(pen);
  return pen.path;
}

/** Takes the pen from point to point. */
function trace(pen: Pen, [start, ...others]: readonly Point[]): void {
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

/** The open head of an arrow with its tip at (x, y) that points to the right, or down; the other way if `length` is negative. */
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
