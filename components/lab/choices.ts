import { lab as words } from '#content/words/en/lab.ts';

/** The two that are compared, from left to right. */
export const SIDES = ['left', 'right'] as const;
export type Side = (typeof SIDES)[number];

/** Each way to halve a map, of one plan: trained alike, the weights of the median seed. */
const PLAN = 'pico';
export type VariantName = keyof typeof words.variants;
const VARIANTS = Object.keys(words.variants) as VariantName[];

/** The pair that was trained longest stands first; its files lie in the folder of the weights itself. */
const LONGEST = ['yolov5p', 'yolov5p-spd'] as const;

/** A detector's weights, by their path in the folder of the weights, without the ending. */
export type DetectorName = (typeof LONGEST)[number] | `${typeof PLAN}/${VariantName}`;

export const DETECTORS: readonly DetectorName[] = [
  ...LONGEST,
  ...VARIANTS.map((name) => `${PLAN}/${name}` as const),
];

/** The architecture of a detector: its path's last part. */
export function architectureOf(name: DetectorName): VariantName {
  return name.slice(name.indexOf('/') + 1) as VariantName;
}

export function nameOf(name: DetectorName): string {
  const variant = words.variants[architectureOf(name)];
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
