// Lines from node to node.
import type { Line } from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { type Point, path, polygon } from '../kit/path.ts';
import type { Scene, Seen } from './scene.ts';

/** Where the straight line from a node's middle towards (x, y) leaves its border. */
function border(node: Seen, x: number, y: number): [number, number] {
  const [dx, dy] = [x - node.x, y - node.y];
  const room = 3;
  const share = Math.min(
    (node.width / 2 + room) / Math.max(1e-6, Math.abs(dx)),
    (node.height / 2 + room) / Math.max(1e-6, Math.abs(dy)),
  );
  return [node.x + dx * share, node.y + dy * share];
}

/** A line and its head; an edge that goes around what lies between is bent. */
export function arrow({ from, to, around, opacity }: Scene['edges'][number]): Line[] {
  const [mx, my] = [(from.x + to.x) / 2, (from.y + to.y) / 2 - (around ? 52 : 0)];
  const [x1, y1] = border(from, around ? mx : to.x, around ? my : to.y);
  const [x2, y2] = border(to, around ? mx : from.x, around ? my : from.y);
  const [bx, by] = around ? [mx, my] : [x1, y1];
  const length = Math.hypot(x2 - bx, y2 - by) || 1;
  const [ux, uy] = [(x2 - bx) / length, (y2 - by) / length];
  const corner = (side: number): Point => [
    x2 - 6 * ux + side * 3.5 * uy,
    y2 - 6 * uy - side * 3.5 * ux,
  ];
  return [
    {
      path: path((pen) => {
        pen.moveTo(x1, y1);
        if (around) pen.quadraticCurveTo(mx, my, x2, y2);
        else pen.lineTo(x2, y2);
      }),
      stroke: colour.muted,
      strokeWidth: 1.25,
      opacity,
    },
    {
      path: polygon([corner(1), [x2, y2], corner(-1)]),
      fill: colour.muted,
      stroke: 'none',
      opacity,
    },
  ];
}
