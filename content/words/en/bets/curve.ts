interface Point {
  x: number;
  y: number;
}

/** A curve that is dragged. */
export const curve = {
  x: 'Size of every object, px',
  y: 'Gain in AP, points',
  unit: 'points',
  unset: 'Drag the curve first.',
  knot: (x: string, value: number) => `${x}: ${value}`,
  point: (name: string, value: string) => `${name}: ${value}`,
  course: (first: Point, top: Point, last: Point, unit: string) =>
    `${first.y} ${unit} at ${first.x} px, at most ${top.y} at ${top.x} px, and ${last.y} at ${last.x} px`,
  cost: {
    x: 'MACs, billions (logarithmic)',
    y: 'AP on COCO, per cent',
    unit: 'per cent',
    model: (size: string) => `YOLOv5-SPD-${size}`,
    strided: 'YOLOv5',
  },
  said: 'the dashed line',
  told: (off: string) => `On average your line is off by ${off}. The bold line was measured.`,
};
