// The anchors of each level, and the object laid on them.
import { boxes, type Group, type RectMark } from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { LEVELS, type Params } from './model.ts';
import type { Each, Moment } from './scene.ts';

/** Object and anchor, one upon the other. */
export function drawAnchors(
  group: Group,
  objects: Group,
  { width, height }: Params,
  each: Each,
  at: Moment,
): void {
  const outlines: RectMark[] = [];
  const fills: RectMark[] = [];
  for (const { panel, i, assignment } of each) {
    // One scale for the anchors of a level: next to each other they are compared.
    const longest = Math.max(...LEVELS[i].anchors.flat(), width, height);
    panel.anchors.forEach(({ x, y, side }, k) => {
      const [w, h] = LEVELS[i].anchors[k];
      const scale = (side - 4) / longest;
      const centred = (bw: number, bh: number) => ({
        x: x + (side - bw * scale) / 2,
        y: y + (side - bh * scale) / 2,
        width: bw * scale,
        height: bh * scale,
      });
      const { fits } = assignment.fits[k];
      const fade = fits ? 1 : 1 - 0.6 * at.ratio;
      const shown = 0.25 + 0.75 * at.levels;
      fills.push({
        ...centred(width, height),
        fill: colour.ink,
        fillOpacity: 0.4,
        opacity: at.ratio,
      });
      outlines.push({
        ...centred(w, h),
        stroke: colour.ink,
        strokeWidth: 2,
        dash: fits || at.ratio < 0.5 ? 'none' : '4 3',
        opacity: shown * fade,
      });
    });
  }
  boxes(objects, fills);
  boxes(group, outlines);
}
