import type { NmsWords } from '#lib/figures/nms/words.ts';

/** Which of many boxes non-maximum suppression lets stay. */
export const nms: NmsWords = {
  title: 'Which boxes stay?',
  parameters: {
    threshold: {
      label: 'IoU threshold',
      help: 'A box gives way when it overlaps a better one by more than this.',
    },
    distance: { label: 'From car to car' },
    perCar: { label: 'Boxes a car' },
    seed: { label: 'Draw', help: 'One number, one set of boxes.' },
  },
  presets: ['Two cars', 'Low threshold', 'High threshold', 'Far apart'],
  stops: {
    sort: 'best first',
    keep: (box) => `box ${box} stays`,
    drop: (losers, box) => `${losers} give way to box ${box}`,
    rest: 'what is left',
  },
  heads: { score: 'score', verdict: 'verdict' },
  stays: 'stays',
  overlaps: (iou, box) => `IoU ${iou} with ${box}`,
  outcome: (left, found) => {
    const boxes = `${left} ${left === 1 ? 'box' : 'boxes'}`;
    if (found < 2) return `${boxes} left for 2 cars: one car is lost`;
    return left > 2 ? `${boxes} left for 2 cars: too many` : `${boxes} left for 2 cars`;
  },
  scene: (distance, iou, boxes, threshold) =>
    `Two cars stand ${distance} px apart; their true boxes overlap with IoU ${iou}. A detector predicts ${boxes} boxes. Threshold ${threshold}.`,
  sorted: 'They are sorted, the surest first.',
  boxStays: (box, score) => `Box ${box}, score ${score}, stays.`,
  giveWay: (threshold, losers) =>
    `These overlap it by more than ${threshold} and give way: ${losers.map(({ box, iou }) => `${box} (IoU ${iou})`).join(', ')}.`,
  ofCells: async () => (await import('../cells/nms.ts')).nms,
};
