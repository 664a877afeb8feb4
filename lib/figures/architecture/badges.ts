import type { Fate } from '#lib/model/compare.ts';
import type { LayoutName } from '../figure.ts';
import { letter } from '../kit/letters.ts';
import { boxes, type Group, type Label, labels, type RectMark, textWidth } from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import type { ArchitectureWords } from './words.ts';

/** A small mark of a step: a number, a sign or a word. */
export interface Badge {
  x: number;
  y: number;
  fate: Fate;
  number: number;
  same: boolean;
  /** 0: in the colour of strides, 1: in the colour of space-to-depth. */
  u: number;
  opacity: number;
}

const SIZE = 12;

export function badgeText(
  words: ArchitectureWords,
  { fate, number }: Pick<Badge, 'fate' | 'number'>,
): string {
  if (fate === 'replaced') return String(number);
  return { removed: '×', stays: words.staysBadge, added: '+' }[fate];
}

/** How high a badge is, px. */
export const high = (layout: LayoutName): number => letter(layout, SIZE) + 4;

export function badgeWidth(text: string, layout: LayoutName): number {
  return Math.max(high(layout), textWidth(text, letter(layout, SIZE)) + 8);
}

/** Filled where something changed, hollow where nothing did. */
export function drawBadges(
  back: Group,
  front: Group,
  words: ArchitectureWords,
  data: readonly Badge[],
  layout: LayoutName,
): void {
  const shapes = data.flatMap((badge): RectMark[] => {
    const width = badgeWidth(badgeText(words, badge), layout);
    const height = high(layout);
    const radius = height / 2;
    const shape = { x: badge.x - width / 2, y: badge.y - radius, width, height, radius };
    if (badge.same)
      return [
        {
          ...shape,
          fill: colour.paper,
          stroke: colour.ink,
          strokeWidth: 1.5,
          opacity: badge.opacity,
        },
      ];
    const turns = badge.fate === 'replaced' || badge.fate === 'added';
    return [
      { ...shape, fill: colour.strided, opacity: badge.opacity * (turns ? 1 - badge.u : 1) },
      { ...shape, fill: colour.spd, opacity: badge.opacity * (turns ? badge.u : 0) },
    ];
  });
  boxes(back, shapes);
  back.attr('pointer-events', 'none');
  labels(
    front,
    data.map(
      (badge): Label => ({
        x: badge.x,
        y: badge.y,
        text: badgeText(words, badge),
        size: SIZE,
        weight: 600,
        anchor: 'middle',
        fill: badge.same ? colour.ink : colour.paper,
        opacity: badge.opacity,
      }),
    ),
    true,
  );
}
