// How strongly each map shows the car, over how far it was moved.
import { downsamplings } from '../../spd/downsample.ts';
import { phaseColour } from '../kit/hues.ts';
import { boxes, type Group, type Line, lines, type RectMark } from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { type Point, polyline } from '../kit/path.ts';
import { phases, type Rect } from './layout.ts';
import { type Curve, FARTHEST, valueAt } from './model.ts';
import type { Scene } from './scene.ts';

/** A point of a curve, px: `shift` pixels to the right, `value` grey levels up. */
export function point({
  curve,
  most,
  shift,
  value,
}: {
  curve: Rect;
  most: number;
  shift: number;
  value: number;
}) {
  return {
    x: curve.x + (shift / FARTHEST) * curve.width,
    y: curve.y + curve.height * (1 - value / most),
  };
}

function path(rect: Rect, curve: Curve, most: number): string {
  return polyline(
    curve.values.map((value, i): Point => {
      const shift = (i / (curve.values.length - 1)) * FARTHEST;
      const { x, y } = point({ curve: rect, most, shift, value });
      return [x, y];
    }),
  );
}

/** Axes, the curve of each way to halve, and a dot where the car stands. */
export function drawCurves(
  axes: Group,
  curves: Group,
  dots: Group,
  { model, shift, where, most }: Scene,
): void {
  const grid: Line[] = [];
  const drawn: Line[] = [];
  const marks: RectMark[] = [];
  const dot = (curve: Rect, value: number, fill: string, r: number) => {
    const { x, y } = point({ curve, most, shift, value });
    marks.push({ x: x - r, y: y - r, width: 2 * r, height: 2 * r, radius: r, fill });
  };
  downsamplings.forEach((method, i) => {
    const { curve } = where.rows[i];
    const [bottom, right] = [curve.y + curve.height, curve.x + curve.width];
    grid.push({
      path: polyline([
        [curve.x, bottom],
        [right, bottom],
      ]),
      stroke: colour.line,
    });
    for (let px = 0; px <= FARTHEST; px++) {
      const { x } = point({ curve, most, shift: px, value: 0 });
      grid.push({
        path: polyline([
          [x, curve.y],
          [x, bottom],
        ]),
        stroke: colour.line,
        dash: '2 3',
      });
    }
    const { x } = point({ curve, most, shift, value: 0 });
    grid.push({
      path: polyline([
        [x, curve.y],
        [x, bottom],
      ]),
      stroke: colour.muted,
    });
    if (method === 'spd')
      for (const [dy, dx] of phases(model.block)) {
        const alone = model.subMaps[dy * model.block + dx];
        const stroke = phaseColour(model.block, dy, dx);
        drawn.push({ path: path(curve, alone, most), stroke, strokeWidth: 1.75 });
        dot(curve, valueAt(alone, shift), stroke, 3);
      }
    const hue = method === 'spd' ? colour.spd : colour.strided;
    const whole = model.methods[method];
    drawn.push({
      path: path(curve, whole, most),
      stroke: hue,
      strokeWidth: method === 'spd' ? 3 : 2.25,
    });
    dot(curve, valueAt(whole, shift), hue, 4.5);
  });
  lines(axes, grid);
  lines(curves, drawn);
  boxes(dots, marks);
}
