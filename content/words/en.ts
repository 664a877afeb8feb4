import { block } from './en/block.ts';
import { loss } from './en/loss.ts';

/** Every word of the page furniture and of the widgets, in English. Another language is another file of this shape. */
export const words = {
  loss,
  site: {
    name: 'Strideless',
    subtitle: 'an interactive notebook on space-to-depth and SPD-Conv',
    description:
      'Why a stride loses small things, what space-to-depth does instead, and what that costs: an interactive notebook whose pictures are computed in your browser.',
    skip: 'Skip to the text',
    siteNavigation: 'Site',
    chapters: 'Chapters',
    chaptersIntro: 'One question each. They read well alone, and better in order.',
    lab: 'Lab',
    labTitle: 'The detection lab',
    figures: 'Figures',
    references: 'References',
    referencesIntro: 'Every work that this notebook cites, with its BibTeX.',
    glossary: 'Glossary',
    glossaryIntro: 'The words of the field, as this notebook uses them.',
    also: (others: string) => `also: ${others}`,
    howWeKnow: 'How we know',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark', projector: 'Projector' },
    contents: 'In this chapter',
    chapterNavigation: 'Chapters before and after',
    previous: 'Before this',
    next: 'Next',
    chapter: (number: number) => `Chapter ${number}`,
    minutes: (minutes: number) => `${minutes} minutes`,
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Could not copy: select the text instead',
    computed: 'Computed by this repository when the page was built.',
    read: 'read',
    readShare: (percent: number) => `${percent} % read`,
    continueAt: (title: string, section: string) =>
      `Continue where you left: ${title}${section ? `, “${section}”` : ''}`,
    citeTitle: 'Cite this notebook',
    citeIntro: 'For a paper, a thesis or a slide. The repository has the same as CITATION.cff.',
    footerWhat:
      'Strideless tests the claims around SPD-Conv. Every number on it is cited, measured by a command in its repository, or computed while you look.',
    footerLicence:
      'Code and figures: MIT licence, free to reuse with attribution. Typefaces: Source Serif 4 and IBM Plex, SIL Open Font License.',
    footerPrivacy: 'Nothing you do here leaves your device. No other host is asked for anything.',
  },
  home: {
    question: 'Where did the small things go?',
    lead: (objects: number) =>
      `There are ${objects} vehicles in this picture. A neural network that halves it five times has a hard time finding them. This is a notebook about one proposal to help it: space-to-depth, and SPD-Conv.`,
    start: 'Begin with the first chapter',
    toLab: 'Go to the lab',
    sceneAlt: (objects: number, side: number) =>
      `A generated aerial scene of ${side} by ${side} pixels with ${objects} vehicles, each in a thin frame.`,
    halvings: 'The same scene, halved five times',
    strided: 'Every second pixel of every second row',
    spd: 'Space-to-depth',
    pixels: (written: string, n: number) => `${written} ${n === 1 ? 'pixel' : 'pixels'}`,
    halvingsNote:
      'Both rows become narrower and lower by half at each step. The upper one keeps one of four small pictures, the lower one keeps all four. A real network does not step so bluntly: it mixes neighbours before it steps. How much survives then is what the chapters are about.',
  },
  search: {
    title: 'Search',
    question: 'Which word are you looking for?',
    description: 'Search the chapters, the glossary and the references of this notebook.',
    label: 'Search the notebook',
    none: (query: string) => `Nothing found for “${query}”.`,
    found: (count: number, query: string) =>
      `${count} ${count === 1 ? 'page' : 'pages'} for “${query}”`,
    failed:
      'The index could not be loaded. The chapters and the glossary have lists of their own: see the links above.',
    withoutScript:
      'The search needs JavaScript. The lists of chapters, figures and terms do without.',
  },
  embed: {
    title: (figure: string) => `${figure} (figure)`,
    description: (figure: string) => `The figure “${figure}” alone, to stand in an iframe.`,
  },
  figuresPage: {
    intro: 'All figures of this notebook, to play with and to take away.',
    use: 'Every figure keeps its settings in the address of the page, runs in an iframe of any site, and saves as SVG or PNG. Its share menu has all three. The tables below list the parameters that an address may carry.',
    caption: (figure: string) => `Parameters of ${figure}`,
    captionBefore: 'Parameters, for the address of',
    name: 'Name',
    meaning: 'Meaning',
    range: 'Allowed',
    default: 'Default',
    boolean: 'true, false',
    text: (most: number) => `text, ${most} characters at most`,
  },
  howWeKnow: {
    intro:
      'Where the numbers and the sentences of this notebook come from, and how far each can be trusted.',
    kindsTitle: 'Four kinds of statement',
    kinds: {
      quoted: [
        'Quoted',
        'Read word for word in the source that is named: the paper’s page at its publisher, a README, a thread, an article.',
      ],
      retold: [
        'Retold',
        'Seen only in somebody’s account of the source, or in a translation of it. It is marked as retold wherever it stands.',
      ],
      derived: [
        'Measured here',
        'Counted or measured by a command of this repository, or derived from the published code and tested. The command, the seeds and the commit stand in the result file.',
      ],
      live: [
        'Computed as you look',
        'Drawn from numbers that the engine, or the arithmetic behind it, computes in your browser.',
      ],
    },
    labels: { quoted: 'Quoted.', retold: 'Retold.', derived: 'Counted by us from that code.' },
    licencesTitle: 'Licences',
    licences: [
      'The code, the texts and the figures of this notebook stand under the MIT licence. Use them in your lectures, change them, and say where they come from.',
      'No picture on these pages is a photograph. The scenes are drawn by a generator in the repository, one seed for one scene.',
      'The published SPD-Conv repository carries the MIT licence; its YOLOv5 folder carries the GPL-3.0 of YOLOv5. No code of either is used here.',
    ],
    citedTitle: 'Cited numbers',
    row: 'Row',
  },
  notFound: {
    title: 'This pixel was skipped',
    text: 'There is no page at this address. A stride, perhaps.',
    home: 'Back to the beginning',
  },
  predict: {
    title: 'Predict first',
    show: 'Show the answer',
    right: 'You predicted it.',
    wrong: (chosen: string) => `You predicted “${chosen}”.`,
    again: 'Predict again',
    kept: 'Your prediction stays on this device.',
  },
  readsTable: {
    window: 'Window',
    line: 'Reads along a row',
    area: 'Reads in the plane',
    even: 'Even?',
    stride: 'stride',
    yes: 'even',
    no: 'uneven',
  },
  orderTable: {
    caption:
      'Channels of X′ for an image with red, green and blue, block size 2. A: top left, B: bottom left, C: top right, D: bottom right.',
    order: 'Channel',
    channelNames: ['r', 'g', 'b', 'a'],
    names: {
      spd: 'SPD-Conv, Focus, Swin',
      tensorflow: 'TensorFlow, ONNX',
      'pixel-unshuffle': 'PyTorch PixelUnshuffle',
    },
  },
  block,
  figure: {
    play: 'Play',
    pause: 'Pause',
    again: 'Play again',
    previous: 'Previous moment',
    next: 'Next moment',
    position: 'Moment of the figure',
    start: 'start',
    speed: 'Speed',
    speeds: { '0.5': '½×', '1': '1×', '2': '2×' },
    settings: 'Settings',
    variants: 'Variants',
    keys: 'Space plays and pauses, the arrow keys step to the previous and the next moment, Home and End go to the ends.',
    stage: (title: string) => `Figure: ${title}`,
    failed:
      'The moving figure could not be loaded; the picture above stays. Reload the page to try again.',
    yes: 'yes',
  },
  cells: {
    explore: 'Explore cells',
    help: 'While this is pressed, the arrow keys walk from cell to cell.',
    grid: 'Grid',
  },
  share: {
    open: 'Share',
    link: 'Copy link',
    iframe: 'Copy iframe code',
    svg: 'Download SVG',
    png: 'Download PNG',
    scale: 'PNG scale',
    transparent: 'Transparent background',
    copied: 'Copied.',
    byHand: 'Copy this:',
    saved: (file: string) => `Saved ${file}.`,
    failed: 'The picture could not be made in this browser. The SVG works everywhere.',
  },
  ownPicture: {
    choose: 'Use my picture',
    drop: 'or drop one on the figure. It stays on this device.',
    back: 'Use the sample picture',
    errors: {
      'not-a-picture': (file: string) => `“${file}” is not a PNG, JPEG or WebP picture.`,
      'too-large': (file: string) => `“${file}” is too large: 40 MB and 64 megapixels at most.`,
      broken: (file: string) =>
        `“${file}” could not be read: the file is damaged or not what its name says.`,
    },
  },
  engineCheck: {
    title: 'Computed by the engine',
    waiting: 'The engine starts when this comes into view.',
    working: 'The engine is computing the gradient…',
    stop: 'Stop',
    stopped: 'Stopped. Change a setting to compute again.',
    map: 'Gradient of the sum of a convolution with ones, pixel by pixel',
    agree: (difference: string, backend: string) =>
      `The engine’s gradient and the count agree (largest difference ${difference}) — backend ${backend}.`,
    disagree: (difference: string, backend: string) =>
      `The engine’s gradient and the count disagree: the largest difference is ${difference} — backend ${backend}.`,
    failed: (reason: string) => `The engine could not compute it: ${reason}`,
    retry: 'Try again',
  },
  lab: {
    title: 'The detection lab',
    question:
      'Two small detectors look at the same low-resolution scene. They differ in how they shrink the image, and in nothing else you can see. Which one finds more?',
    intro: [
      'Both detectors were trained by this project: same scenes, same order, same number of steps. One makes its maps smaller with strided 3×3 convolutions. The other, wired as the SPD-Conv authors published it, uses space-to-depth in their place.',
      'They run in your browser, on every scene you ask for. Change the scene, make the objects smaller, add noise, and see who misses what.',
    ],
    tryTitle: 'Three things to try',
    tries: [
      'Set the longest object to 8 pixels. Watch which detector loses more.',
      'Lower the resolution from 128 to 64 pixels. The world stays the same; every object is now half as long.',
      'Press “Start counting” and wait for a hundred scenes. A single scene can be won by either.',
    ],
    limitsTitle: 'What this does not show',
    limits: [
      'The two networks do not cost the same: the SPD one computes about twice as much. Part of what it gains could be bought with any larger network.',
      'Each was trained once, from one seed. Another seed gives other numbers, so a small difference between the two says nothing.',
      'The scenes are drawn by a program, and both detectors saw only such scenes. On your own photograph they guess; an aerial picture from straight above suits them best.',
    ],
    withoutScript:
      'The lab itself needs JavaScript: it runs both detectors in your browser. What they reached on held-out scenes stands below.',
    detector: 'Detector',
    cardsTitle: 'The trained detectors on held-out scenes',
    cardsCaption:
      'Average precision of the shipped weights on 500 held-out scenes with the default settings, in per cent.',
    source: (card: {
      steps: number;
      seeds: { training: number };
      command: string;
      commit: string;
    }) =>
      `Each trained for ${card.steps} steps with seed ${card.seeds.training}. Command: ${card.command}. Commit ${card.commit.slice(0, 10)}.`,
    variants: { strided: 'Strided', spd: 'SPD' },
    cardLine: ({ parameters, AP50 }: { parameters: number; AP50: number }) =>
      `${(parameters / 1000).toFixed(0)} thousand parameters, AP50 ${AP50.toFixed(1)} on held-out scenes`,
    previousScene: 'Previous scene',
    nextScene: 'Next scene',
    kinds: { hit: 'found', miss: 'missed', false: 'false alarm', found: 'found' },
    notYet: 'The detector has not looked yet.',
    tally: (hits: number, all: number, wrong: number, milliseconds: number) =>
      `${hits} of ${all} found, ${wrong} false ${wrong === 1 ? 'alarm' : 'alarms'}, ${milliseconds.toFixed(1)} ms`,
    tallyOwn: (found: number, milliseconds: number) =>
      `${found} ${found === 1 ? 'object' : 'objects'} found, ${milliseconds.toFixed(1)} ms`,
    asTable: 'The boxes as a table',
    columns: ['Object', 'Verdict', 'Longer side, px', 'Score'],
    loading: (bytes: number) =>
      `Fetching the trained detectors, ${(bytes / 1000).toFixed(0)} kB so far`,
    stop: 'Stop',
    start: 'Start counting',
    retry: 'Try again',
    failed: (why: string) => `The detectors can’t run. ${why}`,
    backend: 'Back end',
    fastest: 'the fastest',
    runsOn: (backend: string) => `Runs on ${backend}.`,
    trying: (backend: string) => `Trying ${backend}…`,
    scoreTitle: 'One scene proves nothing',
    scoreText:
      'Let both detectors look at scene after scene, with the settings above, and watch their average precision settle.',
    counting: 'Counting…',
    soFar: (scenes: number) =>
      `Average precision after ${scenes} scenes, in per cent. Bars: of 100.`,
    measures: {
      ap: 'AP',
      ap50: 'AP50',
      bins: ['AP, under 8 px', 'AP, 8 to 14 px', 'AP, over 14 px'],
    },
  },
};

export type Words = typeof words;
