import { spoken } from '../spoken.ts';

/** "three of them" or "one of them" */
const parts = (count: number, one: string, many: string) => (count === 1 ? one : many);
const sides = (height: number, width: number) => `${height} x ${width}`;

const BATCH =
  'A batch of CIFAR-10’s binary version (data_batch_1.bin, test_batch.bin) has 3,073 bytes a picture: its class, then red, green and blue';

/** What may stand in the middle of a sentence, after "the weights cannot be read: " and the like. */
const safetensors = {
  tooShort: (size: number) => `a safetensors file has at least 8 bytes, this one ${size}`,
  another: 'this is not a safetensors file',
  headerCut: (size: number, end: number) =>
    `the file is cut short in its header: it has ${size} bytes, the header ends at ${end}`,
  twice: (name: string) => `the name "${name}" stands twice in the header`,
  twiceInMetadata: (name: string) => `the name "${name}" stands twice in the metadata`,
  cutShort: (there: number, announced: number) =>
    `the file is cut short: ${there} bytes of tensors, ${announced} are announced`,
  tooLong: (bytes: number) => `${bytes} bytes after the last tensor belong to none`,
  notText: 'this is not a safetensors file: its header is not text',
  notObject: 'this is not a safetensors file: its header is not a JSON object',
  notTexts: "the header's __metadata__ is not a map of texts",
  noType: (name: string) => `the tensor "${name}" has no type`,
  otherType: (name: string, type: string, known: string) =>
    `the tensor "${name}" is of the type ${type}; read are ${known}`,
  noShape: (name: string) => `the tensor "${name}" has no proper shape`,
  noOffsets: (name: string) => `the tensor "${name}" has no proper offsets`,
  bytes: (name: string, type: string, shape: string, needed: number, there: number) =>
    `the tensor "${name}" of ${type} [${shape}] takes ${needed} bytes, it has ${there}`,
  hole: (name: string, begin: number, end: number) =>
    `the tensor "${name}" begins at byte ${begin}, not at ${end}`,
};

/** Of architecture files and the sizes they are asked to run at; without a full stop. */
const model = {
  row: (row: number, module: string, what: string) => `row ${row} (${module}): ${what}`,
  notYaml: (line: number) => `not readable as YAML, at line ${line}`,
  notMap: 'an architecture is a YAML map with the keys nc, backbone and head',
  noRows: 'the architecture has no rows',
  noSize: (size: string, known: readonly string[]) =>
    `the size '${size}' is not in this file; its sizes: ${known.join(', ') || 'none'}`,
  notRows: (key: string) => `'${key}' is not a list of rows`,
  notRow: (row: number) => `row ${row}: a row is [from, number, module, args]`,
  notModule: (row: number, module: string) => `row ${row}: the module is not a name but ${module}`,
  repeats: (number: string) => `the number of repeats is ${number}, not a whole number from 1`,
  notArguments: 'the arguments are not a list',
  notSource: (source: string) => `'from' holds ${source}, not a row`,
  readsLater: (row: number) => `reads row ${row}, which comes no earlier than itself`,
  readsBefore: (rows: number) => `reads ${rows} rows before the picture`,
  readsNothing: 'reads nothing',
  readsSeveral: (row: number, module: string) =>
    `reads row ${row} (${module}), which has several outputs`,
  readsOne: (rows: number) => `reads one row, not ${rows}`,
  noModule: (known: string) => `no such module; known are ${known}`,
  notPositive: (key: string, value: string | undefined, whole: boolean) =>
    `'${key}' is ${value ?? 'missing'}; it has to be ${whole ? 'a whole number from 1' : 'a number above 0'}`,
  notLevels: "'anchors' is not a list of levels",
  notAnchors: (level: number) =>
    `anchors of level ${level}: pairs of a width and a height, in pixels`,
  anchors: (rows: number, levels: number) => `${rows} rows of anchors for ${levels} levels`,
  arguments: (fault: string, signature: string) => `${fault}; the arguments are ${signature}`,
  tooMany: (count: number) => `${count} arguments`,
  notWhole: (position: number, value: string | undefined, least: number) =>
    `argument ${position} is ${value ?? 'missing'}, not a whole number from ${least}`,
  notTruth: (position: number, value: string) =>
    `argument ${position} is ${value}, not true or false`,
  notWord: (position: number, value: string | undefined, word: string) =>
    `argument ${position} is ${value ?? 'missing'}, not '${word}'`,
  onlyChannels: 'only channels (dimension 1) can be stacked',
  evenFilter: (kernel: number) => `the filter has an even side, ${kernel}`,
  blockHeight: (block: number, height: number) =>
    `space-to-depth: block size ${block} does not divide the height ${height}`,
  blockWidth: (block: number, width: number) =>
    `space-to-depth: block size ${block} does not divide the width ${width}`,
  reflected: (height: number, width: number, padding: number) =>
    `a map of ${sides(height, width)} cannot be reflected by ${padding} at its border`,
  notVector: (height: number, width: number) =>
    `a linear layer reads one vector, not a map of ${sides(height, width)}`,
  sumOfChannels: (first: number, second: number) => `sum of ${first} and ${second} channels`,
  sumOfMaps: (first: string, second: string) => `sum of maps of ${first} and ${second}`,
  concatenation: (first: string, second: string) =>
    `concatenation of maps of ${first} and ${second}`,
  window: (kernel: number, height: number, width: number, padding: number) =>
    `a ${sides(kernel, kernel)} window does not fit a map of ${sides(height, width)} with padding ${padding}`,
  named: (name: string, first: string, second: string) =>
    `'${name}' stands in both ${first} and ${second}`,
  unknown: (name: string, known: string) => `no architecture '${name}'; known are ${known}`,
  noFile: (file: string) => `no architecture file ${file}.yaml`,
};

/** The engine's, whole sentences but for those of back ends, which follow the back end's name. */
const engine = {
  internal: 'The engine failed at this. Try it again.',
  stopped: 'This was stopped.',
  engineStopped: 'The engine was stopped.',
  notStarted: 'The engine was not started.',
  notLoaded:
    'The engine did not load. Check the connection and try again; if the site has changed since this page was opened, reload the page.',
  died: 'The engine broke down. Try again: it starts anew.',
  silent: (seconds: number) =>
    `The engine gave no sign of life for ${seconds} seconds and was ended. Try again: it starts anew.`,
  refusedWorker:
    'This browser does not let the page start the engine, which runs in a worker of its own. In a frame, open the page by itself.',
  noModel: (model: number) => `No model number ${model} is loaded.`,
  loadAgain: 'The engine was started anew. The weights have to be loaded again.',
  // Back ends.
  hangs: (backend: string) => `${backend} hangs in this browser.`,
  lostContext: (backend: string) => `${backend} lost its graphics context.`,
  tookOver: (from: string, to: string) => `${from} lost its graphics context; ${to} took over.`,
  doesNotWork: (why: string, again: boolean) =>
    `This back end does not work here. ${why}${again ? ' Check the connection; if the site has changed, reload it.' : ''}`,
  fastest: (backend: string, milliseconds: number, others: readonly string[]) =>
    [`${backend} is fastest: ${milliseconds.toFixed(1)} ms.`, ...others].join(' '),
  last: (reasons: readonly string[]) => reasons.join(' '),
  took: (backend: string, milliseconds: number) => `${backend} took ${milliseconds.toFixed(1)} ms.`,
  answered: (backend: string) => `${backend} answered the probe.`,
  failed: (backend: string, why: string) => `${backend}: ${why}.`,
  givenUp: 'it was given up after a fault',
  noWebGpu: 'this browser has no WebGPU',
  noWebGl: 'this browser has no WebGL in workers',
  noWasm: 'WebAssembly is switched off',
  noAdapter: 'no graphics adapter',
  softwareAdapter: 'the processor stands in for the graphics adapter',
  softwareCard: 'the processor stands in for the graphics card',
  noStart: 'it does not start here',
  noCode: 'its code could not be fetched',
  contextLost: 'its graphics context is lost',
  noAnswer: (seconds: number) => `no answer within ${seconds} seconds`,
  wrongNumber: (found: number, right: number) =>
    `a known input gave ${found} where ${right} is right`,
  // Downloads and files.
  missing: (file: string) =>
    `${file} could not be fetched: the server answered 404 (not there). If the site has changed since this page was opened, reload the page.`,
  refused: (file: string, status: number) =>
    `${file} could not be fetched: the server answered ${status}. Try again later.`,
  stalled: (file: string, seconds: number, bytes: number) =>
    `${file} could not be fetched: nothing came for ${seconds} seconds${after(bytes)}. Check the connection and try again.`,
  broken: (file: string, bytes: number) =>
    `${file} could not be fetched: ${bytes > 0 ? `the connection broke off${after(bytes)}` : 'there was no answer'}. Check the connection and try again.`,
  checksum: (found: string, promised: string) =>
    `The weights are not the file that was promised: their SHA-256 begins with ${found}, it should begin with ${promised}.`,
  unreadable:
    'The file could not be read. It may have been moved or changed since it was chosen: choose it again.',
  gone: 'The file can no longer be read: it was changed, moved or deleted.',
  notRead: (why: string) => `The weights cannot be read: ${why}.`,
  // Weights that are another network's, or no numbers.
  otherWeights: (network: string, count: number, first: string) =>
    `These weights are not of ${network}: ${parts(count, '1 tensor does', `${count} tensors do`)} not fit. First of them, ${first}.`,
  tensorMissing: (name: string, shape: string) => `missing: ${name} (${shape})`,
  tensorMisshaped: (name: string, given: string, network: string, wanted: string) =>
    `misshaped: ${name} is ${given || 'one number'}, ${network} needs ${wanted}`,
  tensorType: (name: string, type: string) =>
    `of another type: ${name} holds ${type}, not F32, F16, BF16 or F64`,
  tensorExtra: (name: string) => `extra: ${name}`,
  notFinite: (count: number, first: string) =>
    `These weights hold numbers that are not finite (NaN or infinity), in ${tensors(count, first)}.`,
  negative: (count: number, first: string) =>
    `These weights hold negative variances, in ${tensors(count, first)}.`,
  answersNotFinite: (network: string) =>
    `${network} answers with numbers that are not finite (NaN or infinity): its weights are too large, or broken, for this picture.`,
  // Networks and pictures.
  oneSize: (network: string) =>
    `${network} was built for pictures of one size and cannot read others.`,
  architecture: (why: string) => `The architecture cannot be used: ${why}.`,
  noMap: (network: string, row: number) => `${network} has no single map at row ${row}.`,
  notPictures: (
    network: string,
    height: number,
    width: number,
    channels: number,
    numbers: number,
  ) =>
    `${network} reads pictures of ${height} x ${width} x ${channels} numbers; ${numbers} numbers are not a whole count of them.`,
};

function after(bytes: number): string {
  return bytes > 0 ? ` after ${(bytes / 1000).toFixed(0)} kB` : '';
}

function tensors(count: number, first: string): string {
  return parts(count, `the tensor ${first}`, `${count} tensors, first ${first}`);
}

/** Of the cards beside trained weights. */
const card = {
  notCard: (file: string, why: string) => `${file} does not describe trained weights: ${why}.`,
  of: (name: string) => `The card of ${name}`,
  page: 'it is a page, not JSON',
  notJson: 'it is not JSON',
  noFields: 'it holds no fields',
  missing: (field: string) => `“${field}” is missing`,
  wrong: (field: string, wanted: string) => `“${field}” is not ${wanted}`,
  name: 'a name',
  architecture: 'the name of an architecture',
  classes: 'a list of class names',
  pixels: 'a number of pixels',
  digits: '64 hexadecimal digits',
  seed: 'the seed of the training',
  number: 'a number',
  bins: 'numbers by their bins',
  check: 'a count of pictures and a top-1',
  measures: 'numbers by their names',
  data: 'what it was trained on',
  command: 'a command',
  commit: 'a commit',
};

/** Of the converter; `fit` and what it takes may follow "the tensor can’t be converted: ". */
const convert = {
  fit: (name: string, why: string) => `The tensor “${name}” can’t be converted: ${why}.`,
  noFile: 'There is no file to convert.',
  noTensor: (name: string) => `There is no tensor “${name}” in the file.`,
  type: (type: string) => `it holds ${type}, not F32, F16, BF16 or F64`,
  empty: 'it holds no numbers',
  notKernel: 'it is no kernel, matrix or vector',
  fewer: (channels: number, wanted: number) => `it has ${channels} channels, fewer than ${wanted}`,
  notDivided: (by: number, channels: number) => `${by} does not divide its ${channels} channels`,
  notSquare: 'it is no square kernel',
  elsewhere: (others: number, channels: number) =>
    `${others} of its ${channels} input channels come from elsewhere`,
  inputsNotDivided: (by: number, channels: number) =>
    `${by} does not divide its ${channels} input channels`,
};

const classify = {
  notWhole: (file: string, bytes: number) =>
    `${file} has ${bytes.toLocaleString('en')} bytes, which are no whole pictures. ${BATCH}.`,
  noClass: (file: string, label: number, picture: number) =>
    `${file} names class ${label} at picture ${picture}, and CIFAR-10 has 0 to 9. ${BATCH}; CIFAR-100 has another form.`,
};

/** Of the training in the page, and of networks that were saved there. */
const training = {
  gone: 'The training did not load, or it broke down. Check the connection and try again; if the site has changed since this page was opened, reload the page.',
  noCrops: 'There are no crops yet.',
  noNetworks: 'There are no networks yet.',
  missing: (name: string) => `the tensor “${name}” is missing`,
  shape: (name: string, shape: string, wanted: string) =>
    `“${name}” has the shape [${shape}], not [${wanted}]`,
  type: (name: string, type: string) => `“${name}” is of the type ${type}, no network’s`,
  notFinite: (name: string) => `“${name}” holds what is no finite number`,
  foreign: 'the file does not say that it was saved on this page',
  says: (name: string, value: string | undefined) => `the file says of itself “${name}: ${value}”`,
};

/** Networks that are not in the catalogue, as a file is told to be one of them. */
const families = {
  anchorFree: 'a YOLO of Ultralytics without anchors',
  yolov5: 'YOLOv5 in a size or a wiring that is not here',
  torchvision: (name: string) => `${name} (torchvision)`,
  fasterRcnn: 'torchvision’s Faster R-CNN',
  vgg: 'VGG or AlexNet (torchvision)',
  vit: 'a Vision Transformer',
  language: 'a language model',
  lora: 'a LoRA adapter',
  resnet: (depth: number) => `torchvision’s ResNet-${depth}`,
  otherResnet: 'a ResNet under torchvision’s names',
};

/** What goes wrong in lib, in words; each room’s by key. See lib/faults. */
export const faults = spoken('faults', {
  card,
  classify,
  convert,
  engine,
  families,
  model,
  safetensors,
  training,
});
