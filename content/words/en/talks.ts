/** The page for speakers: how a figure gets into a talk. Only the build needs these words. */
export const talks = {
  title: 'Figures in a talk',
  intro:
    'Every figure of this notebook can stand by itself on any page or slide, in a frame, and the keys of the deck step through it.',
  liveTitle: 'Live, in a slide',
  live: [
    'Each figure has an embed page. It fills the frame that you give it, in any size, and takes its theme, moment and parameters from its address. “Share” under a figure copies the code with what you see.',
    'Once clicked, a figure steps by the arrow keys, Page Up, Page Down and Space. At its first and last moment, and with every key that it has no use for, the keyboard goes back to the deck.',
  ],
  revealTitle: 'reveal.js',
  reveal: [
    'reveal.js plays a figure when its slide appears and pauses it afterwards; one whose address names a moment, `step=0` for the start, waits there.',
    'With this plugin a clicker first steps the figure on the slide, or one figure after the other, and then moves on to the next slide; nobody has to click into the frame. When you come back, you find the figure as you left it. A fragment with `data-figure-step` takes it to a moment by number, and a deck that is printed with `?print-pdf` shows every figure, at the moment that each page’s fragments ask for. When all of them are drawn, the `html` element of the deck gets `data-printed="ready"`, for which a program that prints can wait. An element in a slide, as below, is stepped in the same way as a frame.',
  ],
  plugin: 'Download the plugin, one small file, and put it beside your deck:',
  heightTitle: 'A page that gives a figure the height it asks for',
  height:
    'A figure reports how high its frame should be for the drawing to be as wide as the frame.',
  elementTitle: 'In a page: one script',
  element: [
    'A page that allows scripts can hold a figure as an element of its own, without a frame. Only a few kilobytes are fetched before a reader comes near it. The element keeps to itself: it neither reads nor writes the address, leaves no global variable, and lets no style in or out. What you write between its tags is shown until the figure is there, and where no script runs.',
    'Its attributes are the figure’s own parameters, `name` for the figure, `step` or `at` for the moment, and the keys of the table below; where they are changed later, the figure follows. Without a theme its colours follow the `color-scheme` of the page around. With `fit=contain` it fills the height that your style sheet gives it.',
  ],
  elementSpeaks: (methods: string, events: string) =>
    `It has methods, ${methods}, and reports through events, ${events}, whose details are those of the messages below. \`next\` and \`previous\` answer \`false\` where there is no further moment; \`goto\` takes a number, or an object with \`at\`. An attribute with a value that is not allowed gets the nearest one that is, and \`error\` says so.`,
  elementNeeds:
    'A page with a Content-Security-Policy has to name this site in `script-src`, and `data:` in `img-src` for figures with pictures; styles need no entry. Where it demands trusted types, the policy is called `lit-html`. If you serve your own copy to other origins, `strideless.js` and the folder `strideless` beside it need the header `Access-Control-Allow-Origin`. The typefaces are not fetched: a page that has IBM Plex Sans shows it.',
  elementLeaves:
    'Checks by the engine, files and a picture of the reader’s own stay on this site, to which each element has a link.',
  labsTitle: 'A lab',
  labs: [
    'The same script brings the labs, each of which stands in a frame: a page with a policy names this site in `frame-src` as well. The frame is fetched when a reader comes near, and is as high as the lab, or with `fit=contain` as high as your style sheet says.',
    (labs: string, methods: string, events: string) =>
      `Its name is one of ${labs}. All other attributes are what the lab’s page keeps in its address, with a hyphen before what is a capital there: \`size-min\` for \`sizeMin\`. Its theme follows the page. It has the method ${methods}, which begins the lab anew with other parameters, and reports through ${events}.`,
  ] as const,
  toolsTitle: 'In your tool',
  tools: {
    powerpoint: [
      'PowerPoint',
      '“Share” under a figure saves a PPTX file, with a slide for each moment: the drawing as SVG, which stays sharp and can be taken apart, and what is seen in the notes. Copy the slides into your own deck. From a copy of this repository, the command line does the same.',
    ],
    keynote: [
      'Keynote, Google Slides',
      'Both import the PPTX file. For movement, take a film or, where a slide takes pictures alone, a GIF; “Share” makes these as well.',
    ],
    beamer: [
      'Beamer',
      'The PDF file of “Share” has a page for each moment, the start being the first. In the projector theme, the name of the file ends in `projector`.',
    ],
    quarto: [
      'Quarto',
      'Raw HTML in the document, or in a slide. The height keeps the figure within the slide.',
    ],
    jupyter: [
      'Jupyter',
      'A frame in one cell, or the element in another, which shows only in a notebook that is trusted.',
    ],
    observable: ['Observable', 'In a JavaScript cell or block.'],
    slidev: [
      'Slidev',
      'A slide of its own. A key that the figure has no use for gives the keyboard back to the deck.',
    ],
    markdown: [
      'Markdown',
      'Where neither scripts nor frames are allowed, use a picture that links to the figure. Its address stays; the same one with `.png` is for places that show no SVG, and every preset of a figure has one of its own. A site that allows HTML takes the script and the element as they stand above.',
    ],
    notion: ['Notion', 'Paste the address of the embed page, and choose to embed it.'],
    wordpress: [
      'WordPress and others',
      'Paste the address of the embed page on a line of its own where a site reads oEmbed, which every figure offers. A WordPress that shows only the providers on its list needs the iframe of “Share” in a block of custom HTML.',
    ],
  },
  /** Under each recipe: with which programs it was tried; content/recipes-tried.json says so. */
  tried: (programs: string) => `Tried with ${programs}.`,
  triedInstead: (programs: string, tool: string) =>
    `Tried with ${programs}, not with ${tool} itself.`,
  untried: 'Not tried.',
  inElement: 'In an element',
  notThere: 'not there',
  talkTitle: 'A whole talk',
  talk: 'Twenty minutes on strides and space-to-depth, as a deck of this kind, with notes: step through it, print it, or take its slides as examples.',
  toTalk: 'Open the talk',
  print:
    'To make a PDF file of it, print it from the browser: every slide is a page, in the colours of the deck, with each figure at its last moment. The drawings for that stand in the page itself, so there is nothing to wait for, and a command line prints it as well:',
  addressTitle: 'What an address may carry',
  address:
    'Besides its own parameters, which are listed on the page of each figure, an embed page takes:',
  protocolTitle: 'Messages',
  protocol:
    'Messages are objects that are posted to the frame, and by it to its parent. Their type begins with “spd:”; all others are ignored. A message that can’t be understood is answered by “error” and shown nowhere; numbers beyond a parameter’s range are set to its end.',
  example: 'The third moment of a figure, whoever asks for it:',
  toFigure: 'To a figure',
  fromFigure: 'From a figure',
  type: 'Type',
  fields: 'With',
  means: 'Meaning',
  key: 'Key',
  values: 'Values',
  default: 'Default',
  number: (min: number, max: number) => `${min} … ${max}`,
  yesNo: 'on, off',
  none: 'none',
};

/** What each key of an embed page's address does. */
export const addressKeys = {
  theme: 'Colours. “projector” has large type and black on white for the last row.',
  layout:
    'With “projector” the large type of that theme, in any colours; otherwise as the theme has it.',
  bg: 'The background: “none” for that of the slide, or a colour such as ffffff. In a page that has a dark colour scheme, give the iframe the style “color-scheme: light”, as the code of “Share” does.',
  fit: '“contain” fills the frame and never scrolls; “page” shows all controls below each other.',
  scale: 'Size of type and controls around the drawing.',
  controls: 'All, those that step alone, or none.',
  hide: 'Parts that are left out, by name, separated by commas: transport, settings, picture, share, check, description.',
  keys: 'With “off” every key goes to the deck.',
  autoplay: 'Plays as soon as it is there.',
  loop: 'Begins again at its end.',
  speed: 'Times the normal speed.',
  motion: 'With “off” it shows its moments and nothing between.',
  lang: 'Language of the figure.',
};

interface Said {
  means: string;
  fields?: Record<string, string>;
}

/** What each message of components/figure/protocol.ts means. */
export const protocolPage = {
  incoming: {
    play: {
      means:
        'Plays. The string slide:start of reveal.js does so too, unless the address or a message has named a moment; on a later visit it goes on where it was interrupted.',
    },
    pause: { means: 'Pauses. The string slide:stop also gives the keyboard back.' },
    next: { means: 'To the next moment; after the last one the deck is told to move on.' },
    previous: { means: 'To the moment before; before the first one the deck is told to go back.' },
    goto: {
      means: 'To a moment.',
      fields: { step: 'its number, 0 for the start', at: 'or a time, 0 to 1' },
    },
    step: { means: 'The same as goto with step.', fields: { n: 'number of the moment' } },
    set: {
      means: 'Changes parameters; the moment stays.',
      fields: { params: 'names and values' },
    },
    get: { means: 'Asks for a “change” message.' },
  },
  outgoing: {
    ready: {
      means: 'The figure is there. What was posted to it meanwhile is done now.',
      fields: {
        name: 'of the figure',
        version: 'of these messages',
        steps: 'how many moments',
        stops: 'the moments: label and t, 0 to 1',
        parameters: 'their declarations: kind, range, default',
        params: 'their values',
      },
    },
    step: {
      means: 'A named moment is reached.',
      fields: { step: 'its number', label: 'what it is called', at: 'its time' },
    },
    change: {
      means: 'Parameters or time were changed, or somebody asked.',
      fields: { params: 'all values', at: 'the time' },
    },
    height: { means: 'The height that suits the width of the frame.', fields: { height: 'in px' } },
    key: {
      means:
        'A key that the figure leaves to you. reveal.js is told in its own way as well. Keys that scroll a page are yours alone once you have posted anything to the figure; until then Home, End, and whatever the figure has no use for, scroll your page as well.',
      fields: { key: 'as KeyboardEvent.key', code: 'as KeyboardEvent.code' },
    },
    error: { means: 'A message could not be taken.', fields: { message: 'why, in a sentence' } },
  },
} satisfies Record<'incoming' | 'outgoing', Record<string, Said>>;

/** The page of the talk. */
export const talkPage = {
  about: 'About this talk',
  home: 'Strideless',
  speakers: 'Figures in a talk',
  keys: 'Page Down steps, S shows the notes, Esc all slides',
  themes: { light: 'Light', dark: 'Dark', projector: 'Projector' },
  print: 'Pages to print',
  minutes: (minutes: number) =>
    minutes === 0.5 ? 'half a minute' : minutes === 1 ? 'one minute' : `${minutes} minutes`,
  open: (figure: string) => `Open the figure: ${figure}`,
} as const;

/** The talk as one file, to be opened from a disk. */
export const takeAlong = {
  /** Of what stands for a lab. */
  found: (found: number, objects: number, alarms: number) =>
    `finds ${found} of ${objects}${alarms > 0 ? `, ${alarms} false` : ''}`,
  labPoster:
    'The first scene of the detection lab, as three trained detectors see it. Green boxes are found, yellow dashed ones are missed, blue ones are of the wrong class, pink dotted ones are false.',
  openLab: 'Open the detection lab',
  needsEngine:
    'Live, this needs the engine, which a page opened from a disk can’t start. The picture shows what it computed when this file was made.',
  file: 'strideless-talk.zip',
  offer: 'Take the talk along, as one ZIP file',
  /** Before its size is known. */
  unknown: 'a few MB',
  contents:
    'One ZIP file, for a room without a network. Unpacked, its `index.html` opens from the disk, with the figures live. Beside it lie a PNG and an SVG file of every moment of these figures, all moments of each as one PDF and one PPTX file, each from its start to its end as a film (MP4 and WebM) and as a GIF, the licences, and the BibTeX to cite. The lab is there as a picture, for its engine can’t start from a disk.',
  /** @param site where it is published, if anybody knows */
  readMe: (site: string | undefined) =>
    `Strideless: a talk on SPD-Conv\n\nOpen index.html in a browser. No server and no network are needed. Page Down\nsteps, S shows the notes, Esc shows all slides; index.html?theme=dark and\nindex.html?theme=light change the colours. Printed, or saved as PDF by the\nbrowser, it has a page for every slide; index.html?print-pdf shows them.\n\nfigures/  each moment of each figure, as PNG and SVG, and all of them as PDF\n          (a page each, for Beamer) and as PPTX (a slide each); each from its\n          start to its end as a film (MP4 for most programs, WebM for those\n          without H.264) and as a GIF\npictures/ what the slides show where no script runs, and for the lab, whose\n          engine needs a server\n\n"Share" under any figure of the notebook saves all of these with other\nparameters, colours and sizes${site ? `:\n\n    ${site}\n\n` : '.\n'}In a copy of the repository, the command line does the same:\n\n    npm run export -- space-to-depth --format mp4\n\n${site ? '' : 'Whoever built this copy did not say where the notebook stands, so nothing in\nhere leads to it. With its address the build makes the links as well:\n\n    SITE_URL=https://example.org npm run build\n\n'}The code is under the MIT licence (LICENSE), the figures under CC BY 4.0\n(LICENSE-FIGURES.txt); to cite them, see strideless.bib.\n`,
} as const;
