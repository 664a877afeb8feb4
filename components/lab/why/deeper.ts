// What a view needs beyond the first answer, in the order of the detectors.
import type { Picture } from '#components/kit/picture/picture.ts';
import type { Candidate, Explanation, FeatureMap } from '#lib/analysis/index.ts';
import type { Contender } from '../contenders.ts';
import { gradientOf, type Heard, mapOf } from './asked.ts';

/** What all detectors said of one picture. */
export interface Hearing {
  picture: Picture;
  contenders: readonly Contender[];
  heard: Heard[];
}

/** What the chosen view needs besides, in the order of the detectors. */
export interface Deeper {
  key: string;
  hearing: Hearing;
  gradients?: (Float32Array | null)[];
  maps?: FeatureMap[];
}

/** One row's map of each detector. */
export async function mapsAt(
  { heard, picture }: Hearing,
  rows: readonly number[],
  signal: AbortSignal,
): Promise<FeatureMap[]> {
  const maps: FeatureMap[] = [];
  for (const [i, { contender }] of heard.entries())
    maps.push(await mapOf(contender.detector, picture, rows[i], signal));
  return maps;
}

/** The gradient of each detector's deciding box; null where it has none. */
export async function gradientsOf(
  { heard, picture }: Hearing,
  boxes: readonly (Candidate | undefined)[],
  signal: AbortSignal,
): Promise<(Float32Array | null)[]> {
  const gradients: (Float32Array | null)[] = [];
  for (const [i, each] of heard.entries()) {
    const box = boxes[i];
    gradients.push(box ? await gradientOf(each, picture, box, signal) : null);
  }
  return gradients;
}

/** The box whose score is asked about: the one of its class that decides, or the best in its place. */
export function decisive({ reason, best }: Explanation): Candidate | undefined {
  if (reason.kind === 'silent') return undefined;
  return reason.kind === 'class' ? (best ?? reason.box) : reason.box;
}

/** By its place and class. */
export function nameOfBox(box: Candidate | undefined): string {
  if (!box) return '-';
  const { level, row, column, anchor } = box.place;
  return [level, row, column, anchor, box.classIndex].join('.');
}
