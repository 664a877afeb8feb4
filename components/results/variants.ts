// How a variant is called and coloured in every chart.
import { measured as words } from '#content/words/en/measured.ts';

export const named = (variant: string): string => words.variants[variant] ?? variant;

/** Space-to-depth in its colour, a stride in its own, pooling in that of the text. */
export function colourOf(variant: string): string {
  if (variant.includes('spd')) return 'var(--spd)';
  return /^(yolov5p|resnet\d+)(-wide.*|-equal-maps|-imagenet)?$/.test(variant)
    ? 'var(--strided)'
    : 'var(--ink-2)';
}

/** A wider strided network shares its colour with the strided one: its dots are rings, and its lines dashed. */
export const isRing = (variant: string): boolean => variant.includes('-wide');
export const dashOf = (variant: string) => (isRing(variant) ? '6 4' : undefined);

/** How a dot is painted, as a mark of Plot takes it; a full one has an outline of paper, px wide. */
export const dotOf = (variant: string, outline = 1.5) =>
  isRing(variant)
    ? { fill: 'var(--paper)', stroke: colourOf(variant), strokeWidth: 2 }
    : { fill: colourOf(variant), stroke: 'var(--paper)', strokeWidth: outline };
