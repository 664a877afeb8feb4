/** The words of the index of widgets. Only the build needs them. */
export const widgets = {
  title: 'All widgets',
  link: 'All widgets',
  intro: 'Everything on these pages that can be played with: what it answers, and what it needs.',
  about:
    'Nothing is fetched before you come near it. “Engine” means TensorFlow.js in a worker, at most 200 kB of JavaScript; “weights” are the trained detectors that it runs. What has been fetched once works without a network from then on.',
  fromFigures: ['Each figure has its own parameters, listed under ', 'Figures', '.'],
  labsTitle: 'Labs',
  insideTitle: 'In the chapters',
  figuresTitle: 'Figures',
  caption: {
    labs: 'Labs: each has a page of its own',
    inside: 'Widgets inside chapters',
    figures: 'Figures: each also runs alone, in an iframe of any site',
  },
  widget: 'Widget',
  answers: 'What it answers',
  needs: 'Needs',
  chapters: 'Chapters',
  alone: 'Alone',
  embed: 'embed',
  embedOf: (title: string) => ` ${title}, alone on its page`,
  nothing: 'nothing more',
  engine: 'engine',
  engineOnCall: 'nothing; the engine for its check',
  weights: (kilobytes: string) => `engine, weights (${kilobytes} kB)`,
  classifiers: 'engine, weights (1.4 to 2.6 MB a network)',
  ownFile: 'a file of yours; nothing else',
  ownWeights: (kilobytes: string) =>
    `engine; a file of yours, or the notebook’s weights (${kilobytes} kB)`,
  entries: {
    lab: [
      'Detection lab',
      'Who loses an object first, the strided detector or the SPD one, as it shrinks, blurs or fades? On generated scenes or your own picture.',
    ],
    train: [
      'Train both yourself',
      'Which way of halving learns more, at the same price? Two or three small networks, trained live on the same batches.',
    ],
    stack: [
      'Build a stack',
      'What do downsamplers on top of each other cost, how evenly do they read, what do they keep, and which one strided kernel do they equal?',
    ],
    classify: [
      'Classification lab',
      'What do networks take a picture for as its pixels go: a strided one, one with SPD, and a strided one whose maps are as large as SPD’s? On drawings, your picture, or a CIFAR-10 batch from your disk.',
    ],
    weights: [
      'Weights lab',
      'What does your own trained model see? Load a safetensors file, look into every layer, compare it with another.',
    ],
    architectures: [
      'Architecture explorer',
      'Which layer reads which, what shape, how many parameters and MACs? Published models, drawn from their files; swap strided layers for SPD and see the cost.',
    ],
    speed: [
      'Speed of the engine',
      'How fast is the engine, against onnxruntime-web on the same networks? Charts and tables of the measurement.',
    ],
    flow: [
      'Following one picture',
      'What happens to a picture between the first layer and the boxes? Every stage with the numbers of the trained detector.',
    ],
    gain: [
      'Published gains',
      'How much better is YOLOv5-SPD, in points and in per cent, overall and on small objects?',
    ],
    cost: [
      'AP against cost',
      'What is paid for the gain: parameters, multiply-accumulates, milliseconds?',
    ],
    measured: [
      'Our own runs',
      'What did we measure, seed by seed, and how far do the seeds spread?',
    ],
    decide: [
      'Should you use it?',
      'Is SPD-Conv worth a try for your object size, resolution, device and budget, or a wider strided network?',
    ],
    converter: [
      'Weights converter',
      'How do weights move between channel orders, and between SPD + convolution and a strided kernel?',
    ],
  } as const satisfies Record<string, readonly [string, string]>,
};
