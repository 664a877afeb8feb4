import { type AnchorLevel, type Assignment, assign } from '../../detection/assign.ts';
import type { Box } from '../../detection/boxes.ts';
import { thousands } from '../kit/numbers.ts';
import { timeline } from '../kit/timeline.ts';
import { type Params, parameters } from './parameters.ts';
import type { AnchorsWords } from './words.ts';

export { type Params, parameters };

/** Side of the picture, px. */
export const SIDE = 128;

/** Levels and anchors of the small detectors of this notebook (content/architectures/yolov5p.yaml), finest first. */
export const LEVELS: readonly (AnchorLevel & { name: string })[] = [
  { name: 'P3', ...squareLevel(8), anchors: pairs(6, 4, 4, 6, 8, 8) },
  { name: 'P4', ...squareLevel(16), anchors: pairs(13, 7, 7, 13, 13, 13) },
  { name: 'P5', ...squareLevel(32), anchors: pairs(22, 13, 13, 22, 24, 24) },
];

function squareLevel(stride: number) {
  return { stride, height: SIDE / stride, width: SIDE / stride };
}

function pairs(...sides: number[]): [number, number][] {
  return Array.from({ length: sides.length / 2 }, (_, i) => [sides[2 * i], sides[2 * i + 1]]);
}

/** The object's box, px of the picture. */
export function objectOf({ x, y, width, height }: Params): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** One assignment a level. */
export function assignments(params: Params): Assignment[] {
  return LEVELS.map((level) => assign(objectOf(params), level, params.ratio));
}

/** Anchors that fit, times cells. */
export function answers({ fits, cells }: Assignment): number {
  return fitting({ fits, cells }) * cells.length;
}

export function fitting({ fits }: Assignment): number {
  return fits.filter((one) => one.fits).length;
}

/** Boxes that the detector predicts for every picture. */
export const PREDICTIONS = LEVELS.reduce(
  (sum, { width, height, anchors }) => sum + width * height * anchors.length,
  0,
);

export function acts() {
  return timeline([
    { name: 'levels', seconds: 1.4 },
    { name: 'own', seconds: 1.4 },
    { name: 'ratio', seconds: 2.4 },
    { name: 'neighbours', seconds: 1.6 },
  ]);
}

/** "2 anchors × 3 cells = 6" */
export function sum(words: AnchorsWords, assignment: Assignment): string {
  const anchors = fitting(assignment);
  if (anchors === 0) return words.noneFits;
  const cells = words.cellCount(assignment.cells.length);
  return `${words.anchors(anchors)} × ${cells} = ${answers(assignment)}`;
}

export function describe(words: AnchorsWords, params: Params, t: number): string {
  const { x, y, width, height } = params;
  const time = acts();
  const what = words.object(width, height, x, y, SIDE);
  if (t === 0) return what;
  if (time.progress('own', t) === 0) return `${what} ${words.grids}`;
  if (time.progress('ratio', t) === 0) {
    const cells = LEVELS.map(({ name, stride }) => ({
      name,
      row: Math.floor(y / stride),
      column: Math.floor(x / stride),
    }));
    return `${what} ${words.centres(cells)}`;
  }
  const all = assignments(params);
  const fits = LEVELS.map(({ name }, i) => ({ name, fitting: fitting(all[i]) }));
  if (time.progress('neighbours', t) === 0) return `${what} ${words.fitting(params.ratio, fits)}`;
  const total = all.reduce((n, one) => n + answers(one), 0);
  const each = LEVELS.map(({ name }, i) => ({ name, sum: sum(words, all[i]) }));
  return `${what} ${words.neighbours(each, total, thousands(PREDICTIONS))}`;
}
