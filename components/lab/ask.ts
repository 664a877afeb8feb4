// One object of a scene, and what every contender made of it.
import { html, type TemplateResult } from 'lit';
import { type Mark, marksOf } from '#components/kit/marks.ts';
import type { Point } from '#components/kit/scene-view.ts';
import { lab as words } from '#content/words/en/lab.ts';
import {
  fromMiddle,
  intersectionOverUnion,
  nonMaxSuppression,
  SHOWN,
  type Truth,
} from '#lib/detection/index.ts';
import { type DetectorName, nameOf } from './choices.ts';
import type { Sight } from './looking.ts';

/** A finger is not exact: an object is meant within so many pixels of the picture around it. */
const REACH = 4;

/** What one contender says of the whole scene. */
export interface Testimony {
  name: DetectorName;
  marks: readonly Mark[];
}

/** What every contender says of what it saw, of boxes at least as sure as the threshold; nobody before that. */
export function testimoniesOf(sight: Sight | null, threshold: number): Testimony[] {
  if (!sight) return [];
  const { contenders, found, subject } = sight;
  return contenders.map(({ name }, i) => {
    const sure = found[i].candidates.filter(({ score }) => score >= threshold);
    return { name, marks: marksOf(nonMaxSuppression(sure, SHOWN), subject.truths) };
  });
}

/** The number of the object that is meant by a place, the nearest where several are; null where none is near. */
export function objectAt(truths: readonly Truth[], { x, y }: Point): number | null {
  const near = truths
    .map((truth, index) => ({ truth, index }))
    .filter(
      ({ truth }) =>
        outside(x, truth.x, truth.width) <= REACH && outside(y, truth.y, truth.height) <= REACH,
    )
    .map(({ truth, index }) => ({
      index,
      distance: fromMiddle(truth, { x, y }),
    }))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.index ?? null;
}

function outside(at: number, start: number, length: number): number {
  return Math.max(start - at, at - start - length, 0);
}

/** The objects that some contenders found, with the right class, and others did not. */
export function differences(truths: readonly Truth[], all: readonly Testimony[]): number[] {
  return truths
    .map((_, index) => index)
    .filter((index) => {
      const found = all.map(({ marks }) => verdictOn(index, marks)?.kind === 'hit');
      return new Set(found).size > 1;
    });
}

/** The mark that speaks of an object: a hit, a wrong class, or a miss. */
export function verdictOn(index: number, marks: readonly Mark[]): Mark | undefined {
  return marks.find(({ truth }) => truth === index);
}

/** The object's name and length, and under it every contender's verdict, score and overlap. */
export function testimony(
  truths: readonly Truth[],
  index: number,
  classes: readonly string[],
  all: readonly Testimony[],
): TemplateResult {
  const object = truths[index];
  const said = (mark: Mark | undefined): string => {
    if (mark?.score === undefined) return words.asked.missed;
    const overlap = intersectionOverUnion(mark, object);
    return mark.kind === 'hit'
      ? words.asked.found(mark.score, overlap)
      : words.asked.confused(classes[mark.classIndex], mark.score, overlap);
  };
  return html`<section class="asked" role="status">
    <h2>${words.asked.object(classes[object.classIndex], Math.max(object.width, object.height))}</h2>
    <dl>${all.map(
      ({ name, marks }) => html`<dt>${nameOf(name)}</dt><dd>${said(verdictOn(index, marks))}</dd>`,
    )}</dl>
  </section>`;
}
