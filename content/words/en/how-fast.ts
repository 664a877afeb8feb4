/** Words of the page that compares the engine with onnxruntime-web. */
export const howFast = {
  title: 'How fast is it?',
  intro: 'A network on this site runs in your browser, with no server behind it. Is that slow?',
  comparedTitle: 'What is compared',
  compared: [
    'Two engines run the same network on the same picture. One is the engine of this site, which is built on TensorFlow.js. The other is onnxruntime-web, which many sites use. PyTorch writes each network to a file for each of them, with the same weights; that both give the same numbers is checked in every run.',
    'They take turns: one pass here, one pass there, and again. Whatever else the machine does then disturbs both. A time is the median of the passes, from the picture going in to the last number being out. Both may use one thread, as any page may.',
  ],
  wasmTitle: 'On the processor',
  wasm: 'Without a graphics card, both engines run as WebAssembly. The bars show the time of a pass; onnxruntime-web’s is the full width. Shorter is faster.',
  ours: 'this engine',
  theirs: 'onnxruntime-web',
  where: { node: 'Node', chromium: 'Chromium' },
  times: (ratio: string) => `${ratio} times as fast`,
  at: (name: string, size: number) => `${name} at ${size} × ${size}`,
  milliseconds: (value: string) => `${value} ms`,
  goal: (goal: string, met: number, all: number) =>
    met === all
      ? `The aim was ${goal} times as fast on each of these. It is met on all ${all}.`
      : `The aim was ${goal} times as fast on each of these. It is met on ${met} of ${all}.`,
  slower: (names: string) => `Where this engine takes longer to its first answer: ${names}.`,
  notSlower: 'Its first answer comes no later on any of them.',
  gpuMissed: (names: string) => `Slower than onnxruntime-web here: ${names}.`,
  missed: (name: string, ratio: string) => `Not met: ${name}, ${ratio} times.`,
  startTitle: 'What a start costs',
  start:
    'The first answer takes longer: the engine has to be fetched and compiled, the weights read and prepared. This is a fresh page in Chromium with its files on the same machine. What comes over the wire is the code, gzipped, and the weights in 32 bits; the memory is that of the whole page.',
  columns: {
    network: 'Network',
    first: 'First answer, ms',
    download: 'Over the wire, MB',
    memory: 'Memory at most, MB',
    pass: 'A pass, ms',
    ratio: 'Times as fast',
    where: 'Where',
    note: 'What to know',
  },
  both: 'this engine / onnxruntime-web',
  gpuTitle: 'On the graphics card, or what stands in for it',
  gpu: 'The machine of these measurements has no graphics card. Its browser draws with SwiftShader: the processor plays a graphics card, slowly. So these times say nothing about yours; they compare how much work each engine gives the card. Where one of them fails, the note says how. On your own machine the notebook tries each way and takes the fastest.',
  absent: '–',
  none: 'Not measured here.',
  literalTitle: 'Does it matter how space-to-depth is written?',
  literal: [
    'The published code takes four strided slices and joins them. Written like that for TensorFlow.js, an operation after the other, the same network takes far longer in this engine. One transpose moves the same numbers at once. And where a convolution follows, no number needs to move at all: space-to-depth and a k × k convolution are one 2k × 2k convolution of stride 2.',
    'onnxruntime-web gets both as they are: the slices as slices, the transpose as a transpose.',
  ],
  literalName: (name: string, size: number) => `${name} at ${size} × ${size}, four slices`,
  labsTitle: 'Two labs under the hand',
  labs: 'In the detection lab all detectors look again at every movement of an object. “Train both yourself” learns, judges and draws its curves at once. Both compute in a thread of their own, so that the page is free for your hand. The longest task is the longest time for which it was not; what takes less than 50 ms is not felt, and counts as 0.',
  labRows: {
    dragging: (models: number, size: number) =>
      `Detection lab, ${models} detectors at ${size} × ${size}, an object dragged`,
    training: (networks: number, side: number, batch: number) =>
      `Train both yourself, ${networks} networks, ${batch} crops of ${side} × ${side} a step`,
  },
  labColumns: {
    lab: 'Lab',
    rate: 'A second',
    thousand: '1,000 steps, s',
    task: 'Longest task, ms',
  },
  updates: (rate: string) => `${rate} updates`,
  steps: (rate: string) => `${rate} steps`,
  labGoals: (updates: number, steps: number, seconds: number, task: number, met: boolean) =>
    `The aims were ${updates} updates a second, ${steps} steps a second, a thousand steps in ${seconds} seconds, and no task above ${task} ms. ${met ? 'All are met.' : 'Not all are met.'}`,
  howTitle: 'Where the time goes, and where it does not',
  how: [
    'Batch norm is gone: it is multiplied into the weights when they are read.',
    'On the processor space-to-depth is gone wherever a convolution reads it. C3’s two 1 × 1 convolutions that read the same map are one; after space-to-depth, one 2 × 2 of stride 2.',
    'On WebGL TensorFlow.js runs a 1 × 1 convolution as a product of matrices, which is faster than a strided convolution there. So on WebGL space-to-depth stays, as one transpose.',
    'SiLU takes one pass over the memory instead of two, by a small WebAssembly kernel of our own that also adds the shortcut and writes straight into the map that the next layer reads. Most concatenations then have nothing to do. On a graphics card SiLU is one small program, where TensorFlow.js would need two.',
    'All maps of a network lie in one piece of memory, and a map’s place is used again once it has been read. What runs is a list of calls made beforehand, so that little is left to decide between layers.',
    'The rest is convolution, done by XNNPACK, which is part of TensorFlow.js.',
  ],
  madeTitle: 'How this was measured',
  made: (command: string, date: string, machine: string) =>
    `By the command \`${command}\` on ${date}, on ${machine}.`,
  load: (load: number) => `The load was ${load} when it began.`,
  ratioStands: 'The ratios suffer less from that than the milliseconds do.',
  again: 'Run it on your own machine: `README.md` says how.',
  commit: 'Commit',
  link: 'How fast is it?',
  linkText: 'Speed is measured too: this engine beside onnxruntime-web, turn by turn.',
};
