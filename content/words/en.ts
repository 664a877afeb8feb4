/** Every word of the page furniture and of the widgets, in English. Another language is another file of this shape. */
export const words = {
  site: {
    name: 'Strideless',
    subtitle: 'an interactive notebook on space-to-depth and SPD-Conv',
    description:
      'Why a stride loses small things, what space-to-depth does instead, and what that costs: an interactive notebook whose pictures are computed in your browser.',
    skip: 'Skip to the text',
    siteNavigation: 'Site',
    chapters: 'Chapters',
    lab: 'Lab',
    figures: 'Figures',
    references: 'References',
    glossary: 'Glossary',
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
    footerWhat:
      'Strideless tests the claims around SPD-Conv. Every number on it is cited, measured by a command in its repository, or computed while you look.',
    footerLicence:
      'Code and figures: MIT licence, free to reuse with attribution. Typefaces: Source Serif 4 and IBM Plex, SIL Open Font License.',
    footerPrivacy: 'Nothing you do here leaves your device. No other host is asked for anything.',
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
    caption: 'Channels of X′ for an image with red, green and blue, block size 2. A: top left, B: bottom left, C: top right, D: bottom right.',
    order: 'Channel',
    channelNames: ['r', 'g', 'b', 'a'],
    names: {
      spd: 'SPD-Conv, Focus, Swin',
      tensorflow: 'TensorFlow, ONNX',
      'pixel-unshuffle': 'PyTorch PixelUnshuffle',
    },
  },
};

export type Words = typeof words;
