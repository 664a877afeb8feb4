import { oneOf } from './listed.ts';

/** Words of the detection lab. */
export const lab = {
  title: 'The detection lab',
  labTitle: 'Small detectors on one scene',
  intro: [
    'Three small detectors look at the same low-resolution scene. They differ in how they halve their maps, and in how wide they are. All three were trained by this project, on the same scenes and for the same number of steps. The first makes its maps smaller with strided 3×3 convolutions. The second does so too, but is made wider, until it works as hard as the third. The third is wired as the SPD-Conv authors published it, with space-to-depth in place of every stride.',
    'So the second is SPD’s fair rival. More ways to halve a map wait in the lists below the pictures, among them the block as the paper draws it and three kinds of pooling. Those were trained for a shorter time.',
    'They run in your browser, on every scene you ask for. Take hold of any object and drag it, turn it, shrink it, or add your own, and see who misses what. The address of the page keeps all you do.',
  ],
  experiments: [
    {
      title: 'A crowded car park',
      look: 'Press “Next difference”, then drag the object that it marks, or move it pixel by pixel. Watch who finds it, and who loses it.',
    },
    {
      title: 'A dark car on dark ground',
      look: 'Click the car, open “Shrink it until it is gone”, and see at which length each detector loses it.',
    },
    {
      title: 'A bit of everything',
      look: 'Any of them can win a single scene. Press “Start counting”, wait for two hundred scenes, and read whether the difference is noise.',
    },
  ],
  limitsTitle: 'What this does not show',
  limits: [
    'The plain strided network computes half as much as the other two. What it misses and they find could be bought with any larger network, so look at the fair rival before you credit space-to-depth.',
    'Each of the three was trained once. The plain strided one learned at the lower of two rates, which did better for it; for the other two no lower rate was tried. Another seed gives other numbers, so a small difference between two of them says little. Of the others you see the one in the middle of three runs.',
    'The scenes are drawn by a program, and the detectors saw only such scenes. On your own photograph they guess. For aerial pictures and for blood smears there are detectors that were trained on such pictures, under “Detectors trained on”.',
  ],
  withoutScript:
    'The lab itself needs JavaScript: it runs the detectors in your browser. What they reached on held-out scenes stands in a table on the lab’s page.',
  detector: 'Detector',
  cardsTitle: 'The trained detectors on held-out scenes',
  cardsCaption:
    'Average precision of the shipped weights on 500 held-out scenes with the default settings, in per cent.',
  training: ['Steps', 'Seed'],
  sources: 'The command of each, and the commit',
  source: (name: string, card: { command: string; commit: string }) =>
    `${name}: ${card.command}, ${card.commit.slice(0, 10)}`,
  places: { left: 'First', right: 'Second', third: 'Third', fourth: 'Fourth' },
  nobody: 'none',
  unsure:
    'Those that are not marked “trained longest” had fewer steps. They give lower scores even where they are right: try a score threshold of 0.2.',
  /** Detectors by the pictures that they were trained on: the button, what it adds to a name, what they were judged on. */
  trainedTitle: 'Detectors trained on',
  trained: {
    scenes: {
      title: 'Drawn scenes',
      called: 'on drawn scenes',
      heldOut: 'scenes',
      note: () => '',
      own: 'These detectors have seen nothing but scenes drawn by a program. On your picture they guess.',
    },
    aerial: {
      title: 'Photographs from above',
      called: 'on photographs',
      heldOut: 'photographs',
      note: (source: string) =>
        `Those called “on photographs” were trained on aerial photographs alone: ${source}. They are for pictures of your own in which a car is about ten pixels long; of the drawn scenes they know little, and they were judged on photographs.`,
      own: '',
    },
    cells: {
      title: 'Blood cells',
      called: 'on blood cells',
      heldOut: 'smears',
      note: (source: string) =>
        `Those called “on blood cells” were trained on blood smears alone: ${source}. They tell red cells, white cells and platelets, and nothing else.`,
      own: '',
    },
  },
  /** Class names of the weights, as the reader meets them; others are called as the weights call them. */
  classes: { RBC: 'red cell', WBC: 'white cell', Platelets: 'platelet' },
  otherClasses: (name: string, first: string) =>
    `“${name}” was trained for other classes than “${first}”, so they can’t be compared, and it was left out.`,
  strangers: (classes: readonly string[]) =>
    `No ${oneOf(classes)} can stand in a generated scene, and these detectors were trained for nothing else. So whatever they mark here is wrong, and nothing is counted. Give them a picture of your own, above.`,
  longest: (variant: string) => `${variant}, trained longest`,
  variants: {
    yolov5p: 'Strided',
    'yolov5p-spd': 'SPD as published',
    'yolov5p-spd-3x3': 'SPD as drawn',
    'yolov5p-spd-1x1': 'SPD with 1×1',
    'yolov5p-maxpool': 'Max-pooling',
    'yolov5p-avgpool': 'Average pooling',
    'yolov5p-blurpool': 'Blur-pooling',
    'yolov5p-wide-macs': 'Strided with SPD’s work',
    'yolov5p-wide-parameters': 'Strided at SPD’s size',
  },
  cardLine: (
    { parameters, steps, AP50 }: { parameters: number; steps: number; AP50: number },
    heldOut: string,
  ) =>
    `${(parameters / 1000).toFixed(0)} thousand parameters, ${steps.toLocaleString('en')} steps, AP50 ${AP50.toFixed(1)} on held-out ${heldOut}`,
  previousScene: 'Previous scene',
  nextScene: 'Next scene',
  reset: 'Reset settings',
  differences: (count: number) =>
    count === 0
      ? 'They agree on every object of this scene.'
      : `They differ on ${count} ${count === 1 ? 'object' : 'objects'}.`,
  nextDifference: 'Next difference',
  askHint: 'Click an object to ask every detector about it. Drag it, and watch who loses it.',
  edit: {
    title: 'Change the scene',
    objects: 'Objects of the scene',
    object: (kind: string, pixels: number, x: number, y: number) =>
      `${kind}, ${pixels.toFixed(1)} px long, at ${x.toFixed(1)}, ${y.toFixed(1)}`,
    keys: 'On the first picture, Tab goes from object to object. Arrows move one by a pixel, with Alt by an eighth of one. [ and ] turn it, + and − make it larger and smaller, c copies it, Delete takes it away. Ctrl+Z takes a step back.',
    keysTitle: 'By keyboard',
    left: 'Move left',
    right: 'Move right',
    up: 'Move up',
    down: 'Move down',
    turnLeft: 'Turn left',
    turnRight: 'Turn right',
    larger: 'Larger',
    smaller: 'Smaller',
    copy: 'Copy',
    delete: 'Delete',
    undo: 'Undo',
    redo: 'Redo',
    kind: 'A new',
    add: 'Add',
    nothing: 'Choose an object first: click it, or go to it with Tab.',
    moved: (object: string) => `Moved: ${object}.`,
    turned: (object: string) => `Turned: ${object}.`,
    resized: (object: string) => `New size: ${object}.`,
    copied: (object: string) => `Copied: ${object}.`,
    deleted: (object: string) => `Taken away: ${object}.`,
    added: (object: string) => `Added: ${object}.`,
    full: (most: number) => `There is room for ${most} added objects, and they are there.`,
    undone: 'The last step is taken back.',
    redone: 'The step is taken again.',
    refused: (items: readonly string[]) =>
      `The address edits the scene in a way that can’t be read and was left out: ${items.join(', ')}.`,
  },
  /** Label and help of each setting. */
  settings: {
    resolution: { label: 'Resolution', help: 'The same world, seen with fewer or more pixels.' },
    pictureSide: {
      label: 'Resolution',
      help: 'Of your own picture: the pixels of its longer side.',
    },
    sizeMin: { label: 'Shortest object' },
    sizeMax: { label: 'Longest object' },
    count: { label: 'Objects at most' },
    contrast: { label: 'Contrast', help: 'Of the objects against the ground.' },
    blur: { label: 'Blur' },
    noise: { label: 'Noise', help: 'Standard deviation in grey levels of 0 to 255.' },
    threshold: {
      label: 'Score threshold',
      help: 'Boxes with a lower score are not shown. Measuring uses them all.',
    },
    truth: {
      label: 'Show the true boxes',
      help: 'Every object that is there in a thin white frame, found or not.',
    },
    labels: {
      label: 'Name every box',
      help: 'Its class and score; otherwise point at a box to read them.',
    },
    edits: { label: 'Edits' },
    shorter: (pixels: number) =>
      `The longest object is at least as long as the shortest, so it is ${pixels} px.`,
  },
  histogram: {
    text: 'The bars count this scene’s boxes by their score. Drag the line: boxes to its left are not shown.',
    rowOwn: (name: string, shown: number) => `${name}: from the line on ${shown} boxes`,
    row: (name: string, shown: { hit: number; class: number; false: number }) =>
      `${name}: from the line on ${shown.hit} found, ${shown.class} of the wrong class, ${shown.false} false`,
  },
  why: 'Why did it miss?',
  asked: {
    object: (kind: string, pixels: number) => `A ${kind}, ${pixels.toFixed(1)} px long`,
    missed: 'missed it',
    found: (score: number, overlap: number) =>
      `found it: score ${score.toFixed(2)}, overlap (IoU) ${overlap.toFixed(2)}`,
    confused: (kind: string, score: number, overlap: number) =>
      `took it for a ${kind}: score ${score.toFixed(2)}, overlap (IoU) ${overlap.toFixed(2)}`,
  },
  kinds: {
    hit: 'found',
    class: 'right place, wrong class',
    miss: 'missed',
    false: 'false alarm',
    found: 'found',
  },
  notYet: 'The detector has not looked yet.',
  tally: (of: { hit: number; class: number; false: number; chance: number }, all: number) =>
    `${[
      `${of.hit} of ${all} found`,
      ...(of.class ? [`${of.class} taken for another class`] : []),
      `${of.false} false ${of.false === 1 ? 'alarm' : 'alarms'}`,
    ].join(', ')}; chance alone would find ${of.chance.toFixed(1)}`,
  chance:
    'Chance alone: what the same boxes would find if they stood elsewhere. All of them are moved together, to 35 other places.',
  tallyOwn: (found: number) => `${found} ${found === 1 ? 'object' : 'objects'} found`,
  price: ({ macs, milliseconds }: { macs: number; milliseconds: number }) =>
    `${(macs / 1e6).toPrecision(3)} million multiplications, ${milliseconds.toFixed(1)} ms`,
  looks: (passes: number) => (passes > 1 ? `, the middle of ${passes} looks` : ''),
  asTable: 'The boxes as a table',
  columns: ['Object', 'Verdict', 'Longer side, px', 'Score'],
  loading: (bytes: number) =>
    `Fetching the trained detectors, ${(bytes / 1000).toFixed(0)} kB so far`,
  starting: 'The engine starts…',
  failed: (why: string) => `The detectors can’t run. ${why}`,
  backend: 'Back end',
  fastest: 'the fastest',
  runsOn: (backend: string) => `Runs on ${backend}.`,
  trying: (backend: string) =>
    `Going over to ${backend === 'auto' ? 'the fastest' : backend}, once what runs is done…`,
  measures: {
    ap: 'AP',
    ap50: 'AP50',
    bins: ['AP, under 8 px', 'AP, 8 to 14 px', 'AP, over 14 px'],
  },
};
