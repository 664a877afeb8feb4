// What every detector said of one picture, kept for as long as the reader asks about its objects.
import type { Picture } from '#components/kit/picture/picture.ts';
import { type Candidate, type FeatureMap, lengths, scoreSeeds } from '#lib/analysis/index.ts';
import type { Level } from '#lib/detection/index.ts';
import { type Detector, fill, filled } from '#lib/detector/index.ts';
import type { GraphNode } from '#lib/model/index.ts';
import type { Contender } from '../contenders.ts';

/** One detector's whole answer to a picture. */
export interface Heard {
  contender: Contender;
  levels: Level[];
}

/** @throws EngineError */
export async function hear(
  contenders: readonly Contender[],
  picture: Picture,
  signal: AbortSignal,
): Promise<Heard[]> {
  const input = filled(picture);
  const heard: Heard[] = [];
  for (const contender of contenders) {
    const { outputs } = await contender.detector.run(input, { signal });
    heard.push({ contender, levels: contender.detector.levels(outputs) });
  }
  return heard;
}

/** The length of the gradient of a box's score at each pixel of what the detector read: [height * width]. */
export async function gradientOf(
  { contender, levels }: Heard,
  picture: Picture,
  box: Candidate,
  signal: AbortSignal,
): Promise<Float32Array> {
  const seeds = scoreSeeds(levels, box);
  return lengths(await contender.detector.gradient(filled(picture), seeds, { signal }));
}

const known = new WeakMap<Detector, { size: string; rows: GraphNode[] }>();

/** The rows of a detector that have one map, for a picture of this size. */
export function rowsOf(detector: Detector, { height, width }: Picture): GraphNode[] {
  const size = `${height} ${width}`;
  const last = known.get(detector);
  if (last?.size === size) return last.rows;
  const { canvas } = fill(width, height);
  const { nodes } = detector.graphAt(canvas.height, canvas.width);
  const rows = nodes.filter(({ outputs }) => outputs.length === 1);
  known.set(detector, { size, rows });
  return rows;
}

/** The row that the maps open on: the first that halves the finest map of the head, a space-to-depth where there is one. */
export function firstRow(rows: readonly GraphNode[]): number {
  const [{ outputShapes }] = rows;
  const half = rows.find(
    ({ module, outputShapes: [shape] }) =>
      module === 'space_to_depth' && shape.height <= outputShapes[0].height,
  );
  return (half ?? rows[Math.min(1, rows.length - 1)]).index;
}

/** One row's map for a picture. */
export async function mapOf(
  detector: Detector,
  picture: Picture,
  row: number,
  signal: AbortSignal,
): Promise<FeatureMap> {
  const input = filled(picture);
  const { outputs } = await detector.layers(input, [row], { signal });
  const [{ data, shape }] = outputs;
  const [, height, width, channels] = shape;
  return { data, height, width, channels, stride: input.height / height };
}
