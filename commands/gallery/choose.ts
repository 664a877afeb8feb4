// Which scenes are shown of many, so that who found more comes as often as it occurs.
import { apportion } from '#lib/analysis/index.ts';

/** Who found more. */
export const OUTCOMES = ['spd', 'level', 'rival'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A scene of a kind, and how many of its objects each of the two found. */
export interface Looked {
  seed: number;
  objects: number;
  spd: number;
  rival: number;
}

export const outcomeOf = ({ spd, rival }: Pick<Looked, 'spd' | 'rival'>): Outcome =>
  spd > rival ? 'spd' : spd < rival ? 'rival' : 'level';

/** How often each outcome occurs, in the order of {@link OUTCOMES}. */
export function countsOf(scenes: readonly Looked[]): number[] {
  return OUTCOMES.map((outcome) => scenes.filter((each) => outcomeOf(each) === outcome).length);
}

/**
 * One piece a kind, each outcome as often as its share asks: an outcome goes to the kind in which it is most at home,
 * and of its scenes there the middle one, by the difference, is shown.
 */
export function choose(
  kinds: readonly { name: string; scenes: readonly Looked[] }[],
): { name: string; outcome: Outcome; piece: Looked }[] {
  const left = apportion(countsOf(kinds.flatMap(({ scenes }) => scenes)), kinds.length);
  const homes = kinds
    .flatMap(({ name, scenes }) =>
      countsOf(scenes).map((count, i) => ({ name, scenes, i, share: count / scenes.length })),
    )
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
  const given = new Map<string, { name: string; outcome: Outcome; piece: Looked }>();
  for (const { name, scenes, i } of homes) {
    if (given.has(name) || left[i] === 0) continue;
    left[i]--;
    const outcome = OUTCOMES[i];
    const alike = scenes
      .filter((each) => outcomeOf(each) === outcome)
      .sort((a, b) => Math.abs(a.spd - a.rival) - Math.abs(b.spd - b.rival) || a.seed - b.seed);
    given.set(name, { name, outcome, piece: alike[Math.floor(alike.length / 2)] });
  }
  return kinds.flatMap(({ name }) => given.get(name) ?? []);
}
