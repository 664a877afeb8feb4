import { PLAN, TRAINED, type Trained, type Training } from '#components/kit/trainings.ts';
import { lab as words } from '#content/words/en/lab.ts';
import { CLASSES } from '#lib/scenes/classes.ts';

/** Where the compared detectors stand, by the parameters that choose them; the last two may stay empty. */
const PLACES = ['left', 'right', 'third', 'fourth'] as const;
export type Place = (typeof PLACES)[number];
export type Places = Record<Place, string>;
export const NOBODY = 'none';

/** What the ways of the plan are called; of each the weights of the median seed are shipped. */
const NAMES: Readonly<Record<string, string>> = words.variants;
const shipped = [...TRAINED.values()];
const paths = (weights: readonly Trained[]) => weights.map(({ path }) => path);
/** All weights of the plan; those that have a name of their own here come first, in the order of the names. */
const VARIANTS = paths(shipped.filter(({ path }) => path.startsWith(PLAN))).sort(
  (a, b) => rank(a) - rank(b),
);

/** The fair three, trained longest, stand first; their files lie in the folder of the weights itself. */
const LONGEST = ['yolov5p', 'yolov5p-wide-macs', 'yolov5p-spd'] as const;

/** A detector's weights, by their path in the folder of the weights, without the ending. */
export type DetectorName = string;

/** Pictures for which there are detectors. */
export type Subjects = keyof typeof words.trained;

/** Who is compared to begin with, by the pictures that they were trained on. */
export const TEAMS: Readonly<Record<Subjects, readonly DetectorName[]>> = {
  scenes: LONGEST,
  aerial: paths(shipped.filter(({ training }) => training === 'aerial')),
  cells: paths(shipped.filter(({ training }) => training === 'cells')),
};

export const DETECTORS: readonly DetectorName[] = [
  ...LONGEST,
  ...VARIANTS,
  ...TEAMS.aerial,
  ...TEAMS.cells,
];

/** The architecture of a detector, as its card says; of one without a card the path's last part. */
export function architectureOf(name: DetectorName): string {
  return TRAINED.get(name)?.architecture ?? name.slice(name.indexOf('/') + 1);
}

/** On which pictures it was trained. */
export function subjectsOf(name: DetectorName): Subjects {
  const training: Training | undefined = TRAINED.get(name)?.training;
  return training === 'aerial' || training === 'cells' ? training : 'scenes';
}

/** Where those pictures are from. */
export function sourceOf(subjects: Subjects): string {
  return TRAINED.get(TEAMS[subjects][0])?.source ?? '';
}

/** One list for each detector, always the same one. */
const CLASS_LISTS = new Map<DetectorName, readonly string[]>();

/** What detectors can find, in the order of their numbers; those who are compared all know the same classes. */
export function classesOf([first]: readonly DetectorName[]): readonly string[] {
  const known = CLASS_LISTS.get(first);
  if (known) return known;
  const names: Readonly<Record<string, string>> = words.classes;
  const classes = (TRAINED.get(first)?.classes ?? CLASSES).map((name) => names[name] ?? name);
  CLASS_LISTS.set(first, classes);
  return classes;
}

/** Whether they know the classes of the generated scenes: only then can they be judged by one. */
export function knowScenes(names: readonly DetectorName[]): boolean {
  return classesOf(names).join() === CLASSES.join();
}

function rank(name: DetectorName): number {
  const place = Object.keys(NAMES).indexOf(architectureOf(name));
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}

/** What it is called here; one without a name of its own is called by its architecture. */
export function nameOf(name: DetectorName): string {
  const variant = NAMES[architectureOf(name)] ?? architectureOf(name);
  const subjects = subjectsOf(name);
  if (subjects !== 'scenes') return `${variant}, ${words.trained[subjects].called}`;
  return isUnsure(name) ? variant : words.longest(variant);
}

/** Trained for fewer steps than the three: its scores are lower, also where it is right. */
export function isUnsure(name: DetectorName): boolean {
  return name.startsWith(PLAN);
}

/** Class of what is drawn in a detector's colour. */
export function hueOf(name: DetectorName): 'strided' | 'spd' | 'pooled' {
  const variant = architectureOf(name);
  if (variant.includes('spd')) return 'spd';
  return variant.endsWith('pool') ? 'pooled' : 'strided';
}

const options = DETECTORS.map((value) => ({ value, label: nameOf(value) }));
const optional = [{ value: NOBODY, label: words.nobody }, ...options];

/** The parameters by which the reader chooses whom to compare: two to four. */
export const choices = {
  left: { kind: 'choice', label: words.places.left, options, default: LONGEST[0] },
  right: { kind: 'choice', label: words.places.right, options, default: LONGEST[1] },
  third: { kind: 'choice', label: words.places.third, options: optional, default: LONGEST[2] },
  fourth: { kind: 'choice', label: words.places.fourth, options: optional, default: NOBODY },
} as const;

/** Who is compared, from left to right. */
export function chosen(values: Places): DetectorName[] {
  return PLACES.map((place) => values[place]).filter((name) => name !== NOBODY);
}

export function isPlace(name: string): name is Place {
  return Object.hasOwn(choices, name);
}
