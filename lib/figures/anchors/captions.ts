import type { Context } from '../figure.ts';
import { type Group, type Label, labels } from '../kit/marks.ts';
import { thousands } from '../kit/numbers.ts';
import { colour } from '../kit/palette.ts';
import type { Layout } from './layout.ts';
import { answers, LEVELS, PREDICTIONS, sum } from './model.ts';
import type { Each, Moment } from './scene.ts';
import type { AnchorsWords } from './words.ts';

interface Told {
  each: Each;
  where: Layout;
  at: Moment;
  dictionary: AnchorsWords;
}

/** Level, anchors and their factors, what each level answers, and the share of all. */
export function drawWords(
  group: Group,
  { each, where, at, dictionary }: Told,
  context: Context,
): void {
  const muted = { fill: colour.muted, size: 13 };
  const [first, second, third] = context.layout === 'projector' ? [18, 37, 56] : [16, 33, 49];
  const words: Label[] = each.flatMap(({ panel, i, assignment }) => {
    const { name, stride, width, height, anchors } = LEVELS[i];
    const { x, y } = panel;
    return [
      // In a small frame letters grow, but no line moves: there has to be room between the two.
      { x, y: y - 29, text: dictionary.level(name, stride), weight: 600 },
      { x, y: y - 9, text: dictionary.cells(width, height, stride), ...muted },
      ...panel.anchors.flatMap((place, k) => {
        const { factor, fits } = assignment.fits[k];
        const middle = place.x + place.side / 2;
        const below = place.y + place.side;
        return [
          {
            ...{ x: middle, y: below + first, anchor: 'middle' as const },
            ...{ text: `${anchors[k][0]} × ${anchors[k][1]}`, size: 12 },
            opacity: 0.35 + 0.65 * at.levels,
          },
          {
            ...{ x: middle, y: below + second, anchor: 'middle' as const },
            text: `× ${factor.toFixed(1)}`,
            size: 12,
            weight: fits ? 600 : 400,
            fill: fits ? colour.ink : colour.muted,
            opacity: at.ratio,
          },
          {
            ...{ x: middle, y: below + third, anchor: 'middle' as const },
            text: fits ? dictionary.fits : dictionary.fitsNot,
            size: 12,
            weight: fits ? 600 : 400,
            fill: fits ? colour.ink : colour.muted,
            opacity: at.ratio,
          },
        ];
      }),
      // The sum stands under the anchors; in the narrow layout that is beside the picture.
      ...sumLines(sum(dictionary, assignment), context.layout === 'narrow').map((text, line) => ({
        x: panel.sum.x,
        y: panel.sum.y + 17 * line,
        text,
        size: 13,
        weight: 600,
        opacity: at.neighbours,
      })),
    ];
  });
  const total = each.reduce((n, { assignment }) => n + answers(assignment), 0);
  const share = dictionary.share(total, thousands(PREDICTIONS));
  const said = context.layout === 'narrow' ? share : [share.join(' ')];
  words.push(
    ...said.map((text, i) => ({
      ...where.total,
      y: where.total.y + 19 * i,
      text,
      opacity: at.neighbours,
      weight: 600,
    })),
  );
  labels(group, words);
}

function sumLines(text: string, narrow: boolean): string[] {
  return narrow && text.includes(' = ')
    ? [text.split(' = ')[0], `= ${text.split(' = ')[1]}`]
    : [text];
}
