// The hues of the phases: around the pixels of X, and around the places that sub-maps have left.
import { phaseColour } from '../kit/hues.ts';
import { boxes, type Group, type Label, labels, type RectMark } from '../kit/marks.ts';
import { colour, inkOn, phaseLetter } from '../kit/palette.ts';
import { easeCubicInOut } from '../kit/timeline.ts';
import { flown, type Scene, spot } from './scene.ts';

/** A letter in the middle of a square. */
const letterIn = ({ x, y, side }: { x: number; y: number; side: number }, text: string): Label => ({
  ...{ x: x + side / 2, y: y + side / 2, text },
  ...{ anchor: 'middle', weight: 600 },
});

/** Hues around the pixels of X, and letters in the first block. */
export function drawPhases(group: Group, letters: Group, scene: Scene): void {
  const { params, at, where } = scene;
  const { size, block } = params;
  const opacity = at.phases * (1 - easeCubicInOut(at.back));
  const frames: RectMark[] = [];
  const texts: Label[] = [];
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const [dy, dx] = [row % block, column % block];
      const hue = phaseColour(block, dy, dx);
      const { x, y, side } = spot(where.image, row, column);
      const first = row < block && column < block && side >= 14;
      frames.push({
        x: x + 1.25,
        y: y + 1.25,
        width: side - 3,
        height: side - 3,
        stroke: hue,
        strokeWidth: side > 18 ? 2 : 1.5,
        fill: first ? hue : 'none',
        opacity: first ? opacity : opacity * (1 - 0.5 * flown(scene, dy, dx)),
      });
      if (first)
        texts.push({
          ...letterIn({ x, y, side }, phaseLetter(block, dy, dx)),
          size: Math.max(12, Math.min(16, side * 0.6)),
          fill: inkOn(hue),
          opacity,
        });
    }
  group.attr('pointer-events', 'none');
  boxes(group, frames);
  labels(letters, texts, true);
}

/** The empty places of the sub-maps, with their letters: before their pixels come, and when they have flown back. */
export function drawLeft(group: Group, letters: Group, scene: Scene): void {
  const { params, at, where } = scene;
  const { size, block } = params;
  const left = 2 * easeCubicInOut(at.back) - 1;
  const phases = Array.from({ length: block ** 2 }, (_, i) => [i % block, Math.floor(i / block)]);
  const places = phases.map(([dy, dx]) => {
    const { x, y, cell } = where.map(dy, dx);
    const side = (size / block) * cell;
    const opacity = Math.max(0, left, at.phases * (1 - flown(scene, dy, dx)));
    return { dy, dx, x, y, side, opacity };
  });
  boxes(
    group,
    places.map(({ dy, dx, x, y, side, opacity }) => ({
      x: x - 1.5,
      y: y - 1.5,
      width: side + 2.5,
      height: side + 2.5,
      stroke: phaseColour(block, dy, dx),
      strokeWidth: 1.5,
      dash: '4 4',
      opacity: 0.7 * opacity,
    })),
  );
  labels(
    letters,
    places.map(({ dy, dx, x, y, side, opacity }) => ({
      ...letterIn({ x, y, side }, phaseLetter(block, dy, dx)),
      size: Math.max(13, Math.min(30, side * 0.4)),
      fill: colour.muted,
      opacity,
    })),
    true,
  );
}
