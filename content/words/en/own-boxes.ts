/** Words for the true boxes that a reader draws on a picture of their own, for its crop, and for the camera. */
export const ownBoxes = {
  title: 'True boxes on your picture',
  boxes: 'True boxes',
  box: (
    kind: string,
    { x, y, width, height }: { x: number; y: number; width: number; height: number },
  ) => `${kind}, ${width.toFixed(1)} × ${height.toFixed(1)} px at ${x.toFixed(1)}, ${y.toFixed(1)}`,
  draw: 'Draw with the pointer',
  add: 'Add a box',
  kind: 'Class',
  hint: 'Draw a box around each object on any of the pictures, and say what it is. Then what the detectors found is counted: hits, misses and false alarms.',
  keys: 'On the first picture, Tab goes from box to box. Arrows move one by a pixel, with Alt by an eighth of one; with Shift they move its right and lower edge. + and − make it larger and smaller, c copies it, Delete takes it away. Ctrl+Z takes a step back.',
  wider: 'Wider',
  narrower: 'Narrower',
  taller: 'Taller',
  lower: 'Less tall',
  added: (box: string) => `Drawn: ${box}.`,
  changed: (box: string) => `Now: ${box}.`,
  deleted: (box: string) => `Taken away: ${box}.`,
  full: (most: number) => `There is room for ${most} boxes, and they are there.`,
  undone: 'The last step is taken back.',
  redone: 'The step is taken again.',
  crop: {
    title: 'Crop: look at a part',
    text: 'Move the frame, or pull at its corners. What lies in it gets the whole resolution, so its objects grow. True boxes stay on their objects.',
    frame: 'The part that is looked at',
    of: ({ width, height }: { width: number; height: number }) =>
      `${Math.round(100 * width)} per cent of the width, ${Math.round(100 * height)} per cent of the height`,
    whole: 'The whole picture',
  },
  renamed: (names: readonly string[], kind: string) =>
    `The detectors chosen now don’t know ${names.join(', ')}: such boxes are counted as ${kind}, until you give them another class.`,
};
