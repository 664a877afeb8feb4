import shipped from 'virtual:shipped-weights';
import { lab as words } from '#content/words/en/lab.ts';

/** The two that are compared, from left to right. */
export const SIDES = ['left', 'right'] as const;
export type Side = (typeof SIDES)[number];

/** Each way to halve a map, of one plan: trained alike, the weights of the median seed. */
const PLAN = 'pico/';
const NAMES: Readonly<Record<string, string>> = words.variants;
/** All weights of the plan; those that have a name of their own here come first, in the order of the names. */
const VARIANTS = shipped
  .map(({ path }) => path)
  .filter((path) => path.startsWith(PLAN))
  .sort((a, b) => rank(a) - rank(b));

/** The pair that was trained longest stands first; its files lie in the folder of the weights itself. */
const LONGEST = ['yolov5p', 'yolov5p-spd'] as const;

/** A detector's weights, by their path in the folder of the weights, without the ending. */
export type DetectorName = string;

export const DETECTORS: readonly DetectorName[] = [...LONGEST, ...VARIANTS];

/** The architecture of a detector: its path's last part. */
export function architectureOf(name: DetectorName): string {
  return name.slice(name.indexOf('/') + 1);
}

function rank(name: DetectorName): number {
  const place = Object.keys(NAMES).indexOf(architectureOf(name));
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}

/** What it is called here; one without a name of its own is called by its architecture. */
export function nameOf(name: DetectorName): string {
  const variant = NAMES[architectureOf(name)] ?? architectureOf(name);
  return isUnsure(name) ? variant : words.longest(variant);
}

/** Trained for fewer steps than the pair: its scores are lower, also where it is right. */
export function isUnsure(name: DetectorName): boolean {
  return name.includes('/');
}

/** Class of what is drawn in a detector's colour. */
export function hueOf(name: DetectorName): 'strided' | 'spd' | 'pooled' {
  const variant = architectureOf(name);
  if (variant.includes('spd')) return 'spd';
  return variant.endsWith('pool') ? 'pooled' : 'strided';
}

/** The parameters by which the reader chooses both. */
const options = DETECTORS.map((value) => ({ value, label: nameOf(value) }));
export const choices = {
  left: { kind: 'choice', label: words.sides.left, options, default: LONGEST[0] },
  right: { kind: 'choice', label: words.sides.right, options, default: LONGEST[1] },
} as const;
