import type { NmsCellWords } from '#lib/figures/nms/words.ts';

export const nms: NmsCellWords = {
  grid: 'Boxes, best first',
  cellStays: (box, score, iou) =>
    `Box ${box}, score ${score}, stays. With a better box that stays it has at most IoU ${iou}.`,
  cellGivesWay: (box, score, iou, to) =>
    `Box ${box}, score ${score}, has IoU ${iou} with box ${to} and gives way.`,
};
