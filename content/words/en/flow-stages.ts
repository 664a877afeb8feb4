const number = (n: number) => n.toLocaleString('en-GB');

/** What the stages of a detector say of one run. They come with its numbers. */
export const flowStages = {
  shapes: (maps: string) => `Shapes: ${maps}.`,
  builtWith: (seed: number) =>
    `Scene ${seed} in the strided detector, computed when this page was built. Each map is shown by the channel that stands out most.`,
  withoutScript:
    'With JavaScript, each stage shows the numbers that the detector computes in your browser.',
  sceneAlt: (seed: number, objects: number) =>
    `Generated scene ${seed} with ${objects} ${objects === 1 ? 'object' : 'objects'}`,
  rows: {
    Conv: 'a convolution of stride 2',
    Focus: 'Focus, which is space-to-depth and a convolution',
    space_to_depth: 'space-to-depth',
  } as Record<string, string>,
  input: {
    text: (objects: number) =>
      `The detector gets ${number(128 * 128 * 3)} numbers and no hint. ${objects} ${objects === 1 ? 'object is' : 'objects are'} in the scene, each in a thin frame here; the detector sees no frames.`,
    whole: 'What the detector reads',
    colours: ['Red', 'Green', 'Blue'],
  },
  maps: {
    backbone:
      'Five times over, the map becomes half as wide and half as high. Each small square is one channel, each pixel one number. Choose a map, and look closely at a channel.',
    neck: 'First from coarse to fine: a map is doubled in size and joined with the backbone’s map of that size. Then from fine to coarse, by two more halvings. The last three maps go to the head.',
    caption: (level: string, h: number, w: number, c: number) => `${level}: ${h} × ${w} × ${c}`,
    count: (n: number) => `${number(n)} numbers`,
    made: (row: number, module: string) => `after row ${row}, ${module}`,
    halved: (row: number, how: string) => `Halved at row ${row} by ${how}.`,
    choose: 'Map',
    channel: 'Channel',
    channelOf: (channel: number, level: string) => `Channel ${channel} of ${level}`,
    sceneBeside: 'The scene',
    all: (level: string, channels: number) => `All ${channels} channels of ${level}`,
    scale: (low: string, high: string) => `From ${low} (dark) to ${high} (bright).`,
  },
  head: {
    text: (places: number) =>
      `Three maps give ${number(places)} answers: one for each cell and anchor. How sure each is that something is there, from dark (0) to bright (1):`,
    level: (level: string, stride: number) => `${level}, stride ${stride}`,
    anchor: (w: number, h: number) => `${w} × ${h}`,
    surest: (level: string) => `Objectness at ${level}, the surest anchor of each cell`,
    map: (level: string, w: number, h: number) => `Objectness at ${level}, anchor ${w} × ${h}`,
    rank: 'Answer, the surest first',
    rankValue: (rank: number, of: number) => `${rank} of ${number(of)}`,
    pick: 'Or click a cell. The framed one gives these ten numbers:',
    place: (level: string, row: number, column: number, w: number, h: number) =>
      `${level}, row ${row}, column ${column}, anchor ${w} × ${h}`,
    columns: ['Number', 'Logit', 'Means'],
    names: ['x', 'y', 'width', 'height', 'objectness'],
    pixels: (n: number) => `${n.toFixed(1)} px`,
  },
  anchors: {
    text: (candidates: number, threshold: number) =>
      `The four numbers move the anchor and stretch it. Score is objectness times class: ${candidates} ${candidates === 1 ? 'box reaches' : 'boxes reach'} ${threshold} and ${candidates === 1 ? 'is' : 'are'} drawn thin.`,
    drawing: 'The scene with the boxes above the threshold, one cell, its anchor and its box',
    key: ['the cell', 'its anchor', 'the box it gives', 'all boxes above the threshold'],
    near: 'The same place, enlarged',
    steps: 'From ten numbers to one box',
    centre: (axis: string, s: string, cell: number, stride: number, result: string) =>
      `${axis} = (2 × ${s} − 0.5 + ${cell}) × ${stride} = ${result} px`,
    side: (name: string, s: string, anchor: number, result: string) =>
      `${name} = (2 × ${s})² × ${anchor} = ${result} px`,
    score: (objectness: string, c: string, name: string, result: string) =>
      `score = ${objectness} × ${c} = ${result} (${name})`,
  },
  assignment: {
    text: 'A detector in use never sees this. In training, these cells are asked. The upper maps say how many objects each answers for, the lower ones how sure the trained detector is there (its surest anchor).',
    asked: (level: string) => `${level}: asked`,
    said: (level: string) => `${level}: said`,
    askedAlt: (level: string, cells: number) => `${cells} cells of ${level} are asked`,
    none: 'Nobody is asked: no anchor of this level fits any object.',
    numbers: (asked: number, all: number, inside: string, outside: string) =>
      `${asked} of ${number(all)} answers are asked. Mean objectness there ${inside}, elsewhere ${outside}.`,
  },
  nms: {
    text: (before: number, after: number, threshold: number, iou: number) =>
      `${before} ${before === 1 ? 'box reaches' : 'boxes reach'} a score of ${threshold}. Boxes of one class that overlap a better one with IoU above ${iou} give way. ${after} ${after === 1 ? 'is' : 'are'} left: the detections, the same as in the lab.`,
    nothing: 'No box reaches this score here.',
    verdicts: 'What becomes of each box, the surest first',
    columns: ['Box', 'Object', 'Score', 'Verdict'],
    stays: 'stays',
    gives: (by: number, iou: string) => `gives way to ${by} (IoU ${iou})`,
    found: (hits: number, all: number, confused: number, wrong: number) =>
      `${hits} of ${all} found, ${confused ? `${confused} taken for another class, ` : ''}${wrong} false ${wrong === 1 ? 'alarm' : 'alarms'}`,
    boxes: 'The detections',
    inLab: 'Open this scene in the lab',
  },
};
