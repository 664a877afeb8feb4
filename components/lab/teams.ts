// Who can stand beside whom: those who are compared know the same classes.
import { TRAINED } from '#components/kit/trainings.ts';
import {
  choices,
  chosen,
  classesOf,
  type DetectorName,
  NOBODY,
  type Place,
  type Places,
  type Subjects,
  subjectsOf,
  TEAMS,
} from './choices.ts';

/** Those who were trained on such pictures, at their places, and the side of the pictures that they were trained on. */
export function teamOf(subjects: Subjects): Places & { pictureSide: number } {
  const [left, right, third = NOBODY, fourth = NOBODY] = TEAMS[subjects];
  return { left, right, third, fourth, pictureSide: TRAINED.get(left)?.size ?? 128 };
}

/** What changes when one is chosen: around one who knows other classes than the others, its own team stands. */
export function choosing(values: Places, place: Place, name: DetectorName): Partial<Places> {
  if (name === NOBODY || alike(name, values.left)) return { [place]: name };
  const team = teamOf(subjectsOf(name));
  return chosen(team).includes(name) ? team : { ...team, [place]: name };
}

/**
 * The same values without those who know other classes than the first.
 *
 * @returns besides, the names of those who went, but for those who only stood there by default
 */
export function compatible<Values extends Places>(
  values: Values,
): { values: Values; gone: DetectorName[] } {
  const { left } = values;
  const put = { ...values };
  const gone: DetectorName[] = [];
  for (const place of ['right', 'third', 'fourth'] as const) {
    const name = values[place];
    if (name === NOBODY || alike(name, left)) continue;
    if (name !== choices[place].default) gone.push(name);
    put[place] = place === 'right' ? teamOf(subjectsOf(left)).right : NOBODY;
  }
  return { values: put, gone };
}

function alike(a: DetectorName, b: DetectorName): boolean {
  return classesOf([a]).join() === classesOf([b]).join();
}
