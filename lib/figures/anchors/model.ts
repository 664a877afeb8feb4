import { type AnchorLevel, type Assignment, assign, type Box } from '../../detection/index.ts';
import type { Declaration, Values } from '../../parameters/index.ts';
import { thousands } from '../kit/numbers.ts';
import { timeline } from '../kit/timeline.ts';

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

export const parameters = {
  x: { kind: 'integer', label: 'Centre, across', min: 2, max: 126, default: 42, unit: 'px' },
  y: { kind: 'integer', label: 'Centre, down', min: 2, max: 126, default: 54, unit: 'px' },
  width: { kind: 'integer', label: 'Width', min: 2, max: 64, default: 14, unit: 'px' },
  height: { kind: 'integer', label: 'Height', min: 2, max: 64, default: 7, unit: 'px' },
  ratio: {
    kind: 'number',
    label: 'Largest factor',
    min: 1.5,
    max: 8,
    step: 0.5,
    default: 4,
    help: 'An anchor fits when neither side differs from the object’s by this factor. YOLOv5 uses 4.',
  },
} as const satisfies Declaration;

export type Params = Values<typeof parameters>;

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
    { name: 'levels', label: 'three grids', seconds: 1.4 },
    { name: 'own', label: 'the cell of the centre', seconds: 1.4 },
    { name: 'ratio', label: 'which anchors fit', seconds: 2.4 },
    { name: 'neighbours', label: 'neighbours help', seconds: 1.6 },
  ]);
}

/** "2 anchors × 3 cells = 6" */
export function sum(assignment: Assignment): string {
  const anchors = fitting(assignment);
  const cells = assignment.cells.length;
  if (anchors === 0) return 'no anchor fits';
  return `${anchors} ${anchors === 1 ? 'anchor' : 'anchors'} × ${cells} ${cells === 1 ? 'cell' : 'cells'} = ${answers(assignment)}`;
}

export function describe(params: Params, t: number): string {
  const { x, y, width, height } = params;
  const time = acts();
  const what = `An object ${width} px wide and ${height} px high, its centre at ${x} across and ${y} down in a picture of ${SIDE} × ${SIDE} px.`;
  if (t === 0) return what;
  if (time.progress('own', t) === 0)
    return `${what} Three grids lie over the picture: cells of 8, 16 and 32 px.`;
  if (time.progress('ratio', t) === 0)
    return `${what} In each grid the centre lies in one cell: ${LEVELS.map(({ name, stride }) => `${name} row ${Math.floor(y / stride)}, column ${Math.floor(x / stride)}`).join('; ')}.`;
  const all = assignments(params);
  const fits = LEVELS.map(({ name }, i) => `${fitting(all[i])} of 3 at ${name}`).join(', ');
  if (time.progress('neighbours', t) === 0)
    return `${what} Anchors that differ by less than a factor of ${params.ratio}: ${fits}.`;
  const total = all.reduce((n, one) => n + answers(one), 0);
  const each = LEVELS.map(({ name }, i) => `${name}: ${sum(all[i])}`).join('; ');
  return `${what} With the neighbours: ${each}. In all ${total} of the ${thousands(PREDICTIONS)} predicted boxes are asked for this object.`;
}
