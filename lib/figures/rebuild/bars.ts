import { boxes, type Group } from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { HALF, NUMBERS, SIDE } from './model.ts';
import type { Scene } from './scene.ts';

interface Bar {
  name: string;
  numbers: number;
  text: string;
  fill: string;
  seen: number;
}

/** How many numbers there are at each stage, and how many of them are independent. */
export function barsOf({ said, params, model, at, narrow }: Scene): Bar[] {
  const { via, channels } = params;
  const { rank } = model.space;
  const hue = via === 'spd' ? colour.spd : colour.strided;
  return [
    {
      name: `X, ${SIDE} × ${SIDE} × 1`,
      numbers: NUMBERS,
      text: `${NUMBERS}`,
      fill: colour.muted,
      seen: 1,
    },
    ...(via === 'spd'
      ? [
          {
            name: `X′, ${HALF} × ${HALF} × 4`,
            numbers: NUMBERS,
            text: narrow ? said.noneLostShort(NUMBERS) : said.noneLost(NUMBERS),
            fill: colour.muted,
            seen: at.spd,
          },
        ]
      : []),
    {
      name: `${via === 'spd' ? 'X″' : 'Y'}, ${HALF} × ${HALF} × ${channels}`,
      numbers: model.outputs,
      text: `${model.outputs}`,
      fill: hue,
      seen: at.conv,
    },
    {
      name: said.rank,
      numbers: rank,
      text: rank < NUMBERS ? said.some(rank, NUMBERS) : said.all(rank),
      fill: hue,
      seen: at.rebuild,
    },
  ];
}

export function barAt({ where, narrow }: Scene, i: number): { x: number; y: number } {
  const { x, y, step } = where.bars;
  return { x, y: y + i * step + (narrow ? 16 : 0) };
}

export function drawBars(group: Group, scene: Scene): void {
  const { scale } = scene.where.bars;
  boxes(
    group,
    barsOf(scene).map(({ numbers, fill, seen }, i) => ({
      ...barAt(scene, i),
      width: Math.max(1, numbers * scale * seen),
      height: scene.narrow ? 13 : 18,
      fill,
      fillOpacity: 0.8,
      opacity: seen > 0 ? 1 : 0,
    })),
  );
}
