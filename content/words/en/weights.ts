const count = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

/** The page on which readers run weights of their own. */
export const weights = {
  title: 'Your weights',
  question: 'What does a network that you trained yourself see in your own pictures?',
  intro: [
    'Choose an architecture, drop its weights as a safetensors file, then drop pictures. The network runs here, layer by layer, and shows what it found and what each layer made of the picture.',
    'Nothing leaves your device. The file and the pictures are read by this page alone; no server gets them, and they are gone when you close it.',
  ],
  /** On the page of the detection lab. */
  fromLab: [
    'Have you trained a detector or a classifier of your own? ',
    'Run it on your pictures',
    ', in this browser, without sending anything anywhere.',
  ],
  insideTrained: {
    before:
      'What does each layer make of a scene? Look inside the trained detectors, layer by layer: ',
    links: [
      ['yolov5p&layer=1', 'a strided convolution'],
      ['yolov5p-spd&layer=2', 'a space-to-depth'],
    ],
  },
  withoutScript:
    'Running a network needs JavaScript: it computes in your browser. The rest of this page explains how to prepare a file for it.',

  // 1: the network
  modelTitle: '1. The network',
  architecture: 'Architecture',
  detectors: 'Detectors',
  classifiers: 'Classifiers',
  inputSize: 'Input size',
  ownSize: (size: number) => `${size} px (its own)`,
  size: (size: number) => `${size} px`,
  counts: (parameters: number, macs: number, size: number) =>
    `${count(parameters, 'parameter')}, ${(macs / 1e9).toPrecision(3)} billion multiply-accumulates for a picture of ${size} × ${size} pixels.`,
  heavy: 'This is much for a browser: one pass may take many seconds.',

  // 2: the weights
  weightsTitle: '2. Its weights',
  chooseWeights: 'Choose a safetensors file',
  dropWeights: 'or drop one here. It stays on this device.',
  noFile: 'No file at hand?',
  random: 'Try random weights',
  trained: 'Or take ours',
  noneTrained: 'trained on …',
  reading: {
    download: (loaded: string) => `Fetching the weights, ${loaded} so far`,
    read: (loaded: string) => `Reading the file, ${loaded} so far`,
    check: () => 'Comparing the file with its checksum',
    prepare: (loaded: string) => `Preparing the weights, ${loaded}`,
  },
  megabytes,
  stop: 'Stop',
  stopped: 'Stopped. Nothing was loaded.',
  loaded: (source: string, name: string, classes: number, parameters: number) =>
    `${source}: ${name}, ${count(classes, 'class', 'classes')}, ${count(parameters, 'parameter')}.`,
  sources: { random: 'Random weights', trained: 'Our trained weights' },
  randomNote:
    'Random weights know nothing. The boxes are noise, and they show that the machinery works.',
  unload: 'Unload',
  memory: (tensors: number, bytes: number, models: number) =>
    `Held by the engine: ${count(models, 'model')}, ${count(tensors, 'tensor')}, ${megabytes(bytes)}.`,
  refused: (file: string, reason: string) => `“${file}” was not loaded. ${reason}`,
  failed: (reason: string) => `The weights were not loaded. ${reason}`,
  faultsTitle: (faults: number) => `The ${count(faults, 'tensor')}, by name`,
  fits: (name: string, classes: number, prefix = '', width?: number) =>
    `Its tensors are those of ${name} with ${count(classes, 'class', 'classes')}${
      width === undefined ? '' : `, ${Number(width.toPrecision(3))} times as wide as published`
    }${prefix ? `, after the prefix “${prefix}”` : ''}.`,
  switchTo: (name: string) => `Switch to ${name}`,
  dropPrefix: (name: string) => `Load as ${name}, without the prefix`,
  family: (family: string) =>
    `They look like the weights of ${family}, which is none of the architectures here.`,
  faultsMore: (n: number) => `And ${n.toLocaleString('en')} more.`,
  unused: (n: number) =>
    `${count(n, 'tensor')} of the file ${n === 1 ? 'is' : 'are'} not read by the network`,
  foreign: (file: string) =>
    `“${file}” is neither a safetensors file nor a picture that can be read here (PNG, JPEG, WebP, AVIF, GIF, BMP).`,
  follows: (weights: string, architecture: string) =>
    `The weights “${weights}” are those of ${architecture}, so that is what runs.`,

  // 3: the pictures
  picturesTitle: '3. Your pictures',
  choosePictures: 'Choose pictures',
  dropPictures: 'or drop or paste them here, as many as you like.',
  sample: 'sample scene',
  useSample: 'Use the sample scene',
  removePicture: 'Remove this picture',
  tooMany: (most: number) => `At most ${most} pictures at a time; the rest were left out.`,
  strip: 'The pictures',
  thumb: (name: string, found: string) => (found ? `${name}, ${found}` : name),
  letterboxed: (size: number, scale: string) =>
    `Scaled ${scale} to fit ${size} × ${size}, the rest filled with grey (114 of 255), as YOLOv5 does.`,
  cropped: (size: number) =>
    `Scaled until the shorter side has ${size} pixels, and the middle ${size} × ${size} cut out.`,

  // 4: what it says
  resultTitle: 'What it finds',
  waiting: 'Load weights above: the boxes will stand here.',
  waitingClasses: 'Load weights above: the five most likely classes will stand here.',
  running: (done: number, all: number) =>
    all === 1
      ? 'The network is looking…'
      : `The network is looking: picture ${done + 1} of ${all}…`,
  halted: 'Stopped. The pictures without a result were not looked at.',
  stoppedMeasuring: 'Stopped.',
  goOn: 'Go on',
  found: (n: number) => count(n, 'box', 'boxes'),
  took: (milliseconds: number, backend: string, first: boolean) =>
    `${milliseconds.toFixed(1)} ms on ${backend}${first ? ' (first pass, making ready included)' : ''}`,
  measure: 'Measure the latency',
  measured: (median: string, passes: number, backend: string) =>
    `Median of ${count(passes, 'pass', 'passes')}: ${median} ms on ${backend}.`,
  boxesTitle: 'Boxes, in pixels of the file',
  columns: ['Class', 'Score', 'Left', 'Top', 'Width', 'Height'],
  nothing: 'No box reaches the score threshold.',
  topTitle: 'The five most likely classes',
  topColumns: ['Class', 'Probability'],
  failedRun: (reason: string) => `The network could not run. ${reason}`,

  // class names
  namesTitle: 'Class names',
  namesLabel: 'One name a line, in the order of training',
  namesHint: (named: number, classes: number) =>
    named === classes
      ? `${count(classes, 'name')} for ${count(classes, 'class', 'classes')}.`
      : named < classes
        ? `${count(named, 'name')} for ${count(classes, 'class', 'classes')}: the others go by their number.`
        : `${count(named, 'name')} for ${count(classes, 'class', 'classes')}: the last ${named - classes} are not used.`,
  nameless: (index: number) => `class ${index}`,

  // feature maps
  mapsTitle: 'What each layer makes of it',
  mapsIntro:
    'Choose a layer to see its channels. Black is the smallest value, white the largest. Look at a layer before and after it halves the map.',
  layer: 'Layer',
  noLayer: 'choose a layer',
  layerOption: (index: number, module: string, shape: string) => `${index}: ${module}, ${shape}`,
  channel: 'Channel',
  channels: (from: number, to: number, all: number) => `Channels ${from} to ${to} of ${all}`,
  earlier: 'Earlier channels',
  later: 'Later channels',
  together: 'One grey scale for all channels',
  mapsLabel: (module: string, channels: number, height: number, width: number) =>
    `${count(channels, 'grey map')} of ${height} by ${width} values: the channels of ${module}.`,
  channelSaid: (index: number, least: string, mean: string, most: string) =>
    `Channel ${index}: least ${least}, mean ${mean}, largest ${most}.`,
  computing: 'Computing the layer…',
  layerStopped: 'Stopped. The layer was not computed.',

  // the text below
  prepareTitle: 'From a .pt file to safetensors',
  prepare: [
    'A .pt file of YOLOv5 is a pickle. A pickle may run any code when it is loaded, so this page does not read it. The repository has a command that turns it into safetensors without running anything from it:',
    'It takes checkpoints of YOLOv5, of the published YOLOv5-SPD code and of the ResNets, and keeps the names of the tensors. The page needs no table of names: it expects those that PyTorch gives.',
  ],
  command: 'python -m strideless.convert best.pt best.safetensors',
  commandLabel: 'The command, run in the folder training/',
  checkTitle: 'What is checked',
  checks: [
    'Every tensor of the architecture is there, under its own name, in its own shape, and every number in it is finite. What does not fit is listed by name.',
    'Numbers may be float32, float16, bfloat16 or float64. Tensors of whole numbers or truth values are not read; they are listed as unused.',
    'Names may follow what a wrapper put before them, such as “module.” or “_orig_mod.”: the page offers to pass over it. The width of the network is read off the shapes.',
    'All this is told from the file’s header. A file of gigabytes that is another network’s is refused before the rest of it is read.',
    'The number of classes is read off the last layer. Anchors that the file carries are used in place of the architecture’s own.',
    'Buffers that change nothing, such as num_batches_tracked, are passed over.',
  ],
  readTitle: 'How a picture is read',
  reads: [
    'A detector gets the picture as YOLOv5 prepares it: scaled until the longer side fits, the rest filled with grey on both sides. Boxes below the score threshold go, then each box that overlaps a better one of its class by more than the IoU threshold. Each box carries its best class only, as YOLOv5’s detect.py has it.',
    'The scaling is the browser’s, averaged over area, where YOLOv5 uses OpenCV’s. So the scores are not exactly those of YOLOv5.',
    'A classifier gets the middle square of the picture. Many were trained on normalised colours: choose the normalisation that yours was trained with, or its answers mean nothing.',
  ],
};
