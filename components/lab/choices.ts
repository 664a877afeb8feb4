import shipped from 'virtual:shipped-weights';
import { lab as words } from '#content/words/en/lab.ts';

/** Where the compared detectors stand, by the parameters that choose them; the last two may stay empty. */
const PLACES = ['left', 'right', 'third', 'fourth'] as const;
const NOBODY = 'none';

/** Each way to halve a map, of one plan: trained alike, the weights of the median seed. */
const PLAN = 'pico/';
const NAMES: Readonly<Record<string, string>> = words.variants;
/** All weights of the plan; those that have a name of their own here come first, in the order of the names. */
const VARIANTS = shipped
  .map(({ path }) => path)
  .filter((path) => path.startsWith(PLAN))
  .sort((a, b) => rank(a) - rank(b));

/** Trained on aerial photographs: another plan's weights for the same classes. */
const PHOTOGRAPHS = 'kit-ais/';
const OF_PHOTOGRAPHS = shipped
  .map(({ path }) => path)
  .filter((path) => path.startsWith(PHOTOGRAPHS));

/** The fair three, trained longest, stand first; their files lie in the folder of the weights itself. */
const LONGEST = ['yolov5p', 'yolov5p-wide-macs', 'yolov5p-spd'] as const;

/** A detector's weights, by their path in the folder of the weights, without the ending. */
export type DetectorName = string;

export const DETECTORS: readonly DetectorName[] = [...LONGEST, ...VARIANTS, ...OF_PHOTOGRAPHS];

/** The architecture of a detector: its path's last part, without the pictures that it was trained on. */
export function architectureOf(name: DetectorName): string {
  return name.slice(name.indexOf('/') + 1).replace(/-mos\d+.*$/, '');
}

/** Whether photographs were what it was trained on: of the scenes it knows little. */
export function knowsPhotographs(name: DetectorName): boolean {
  return name.startsWith(PHOTOGRAPHS);
}

function rank(name: DetectorName): number {
  const place = Object.keys(NAMES).indexOf(architectureOf(name));
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}

/** What it is called here; one without a name of its own is called by its architecture. */
export function nameOf(name: DetectorName): string {
  const variant = NAMES[architectureOf(name)] ?? architectureOf(name);
  if (knowsPhotographs(name)) return words.ofPhotographs(variant);
  return isUnsure(name) ? variant : words.longest(variant);
}

/** Trained for fewer steps than the three: its scores are lower, also where it is right. */
export function isUnsure(name: DetectorName): boolean {
  return name.includes('/') && !knowsPhotographs(name);
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
export function chosen(values: Record<(typeof PLACES)[number], string>): DetectorName[] {
  return PLACES.map((place) => values[place]).filter((name) => name !== NOBODY);
}
