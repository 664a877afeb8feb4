import { block } from './en/block.ts';
import { engineCheck } from './en/checks.ts';
import { copying } from './en/copy.ts';
import { cells } from './en/explore.ts';
import { frame } from './en/frame.ts';
import { home } from './en/home.ts';
import { lab } from './en/lab.ts';
import { loss } from './en/loss.ts';
import { orderTable } from './en/orders.ts';
import { ownPicture } from './en/own-picture.ts';
import { figure } from './en/player.ts';
import { predict } from './en/predict.ts';
import { progress } from './en/reading.ts';
import { search } from './en/search.ts';
import { share } from './en/share.ts';

/**
 * Every word of the page furniture and of the widgets, in English. Another language is another file of this shape. What
 * runs in the browser imports its own part from en/, so that no page carries the words of the others.
 */
export const words = {
  copying,
  progress,
  loss,
  site: {
    name: 'Strideless',
    subtitle: 'an interactive notebook on space-to-depth and SPD-Conv',
    description:
      'Why a stride loses small things, what space-to-depth does instead, and what that costs: an interactive notebook whose pictures are computed in your browser.',
    skip: 'Skip to the text',
    siteNavigation: 'Site',
    chapters: 'Chapters',
    chaptersIntro: (minutes: number) =>
      `One story in six chapters, one question each, to be read in order: about ${Math.round(minutes / 5) * 5} minutes in all.`,
    reference: 'Reference',
    referencePart: 'For those who build',
    referencePartIntro:
      'Chapters to look things up in: how detectors work, what the published networks really are, how weights move between frameworks, and every result.',
    moved: (title: string) => `This chapter has become a part of “${title}”.`,
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
    unknownTheme: (themes: readonly string[], given: string) =>
      `theme is one of ${themes.join(', ')}, not “${given}”.`,
    contents: 'In this chapter',
    chapterNavigation: 'Chapters before and after',
    previous: 'Before this',
    next: 'Next',
    chapter: (number: number) => `Chapter ${number}`,
    minutes: (minutes: number) => `${minutes} minutes`,
    computed: 'Computed by this repository when the page was built.',
    measured: (n: number) =>
      `Measured by this repository: ${n === 1 ? 'one run' : `mean ± standard deviation of ${n} runs`}.`,
    differs: (n: number, other: number) =>
      `Measured by this repository: difference of the means of ${n} and ${other} runs, ± half its 95 per cent interval (Student’s t). Where the interval holds zero, the difference is not sure.`,
    citeTitle: 'Cite this notebook',
    citeIntro: 'For a paper, a thesis or a slide. The repository has the same as CITATION.cff.',
    footerWhat:
      'Strideless tests the claims around SPD-Conv. Every number on it is cited, measured by a command in its repository, or computed while you look.',
    footerLicence:
      'Code and texts: MIT licence. Figures: CC BY 4.0. Both are free to reuse with attribution. Typefaces: Source Serif 4, IBM Plex and STIX Two Math, SIL Open Font License.',
    footerPrivacy: 'Nothing you do here leaves your device. No other host is asked for anything.',
  },
  home,
  search,
  embed: {
    title: (figure: string) => `${figure} (figure)`,
    description: (figure: string) => `The figure “${figure}” alone, to stand in an iframe.`,
  },
  figuresPage: {
    intro: 'All figures of this notebook, to play with and to take away.',
    use: 'Every figure keeps its settings in the address of the page, runs in an iframe of any site, and saves as pictures, slides, PDF or a film. Its share menu has all of that. A figure’s own page lists the parameters that an address may carry.',
    more: ['Labs, converters and charts stand in the index of ', 'all widgets', '.'],
    standsIn: 'In',
    title: (figure: string) => `Figure: ${figure}`,
    about: (figure: string) =>
      `${figure}: the figure to play with, and the parameters that its address may carry.`,
    caption: (figure: string) => `Parameters of ${figure}`,
    captionBefore: 'Parameters, for the address of',
    pictures: 'Pictures to link to',
    picturesIntro:
      'Each of these pictures keeps its address, for Markdown and pages that show no frame, on a light ground and on a dark one. “Share” above makes files of every moment, for slides.',
    asItIs: 'As it is',
    picture: (kind: string, theme: 'light' | 'dark') => (theme === 'dark' ? `dark ${kind}` : kind),
    name: 'Name',
    meaning: 'Meaning',
    range: 'Allowed',
    default: 'Default',
    boolean: 'true, false',
    text: (most: number) => `text, ${most} characters at most`,
  },
  howWeKnow: {
    intro:
      'Where the numbers and sentences of this notebook come from, and how far each can be trusted.',
    kindsTitle: 'Four kinds of statement',
    kinds: {
      quoted: [
        'Quoted',
        'Read word for word in the source that is named: the paper’s page at its publisher, a README, a thread, an article.',
      ],
      retold: [
        'Retold',
        'Seen only in somebody’s account of the source, or in a translation of it, and marked as retold wherever it stands. The paper’s own tables were not at hand: its scores come from the README of the published code, and what neither that nor a retelling gives is left out.',
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
    retoldShort: 'retold',
    labels: { quoted: 'Quoted.', retold: 'Retold.', derived: 'Counted by us from that code.' },
    licencesTitle: 'Licences',
    licences: [
      'The code and the texts of this notebook are under the MIT licence, the figures and the files made from them under CC BY 4.0. Use them in your lectures, change them, and say where they come from.',
      'No picture on these pages is a photograph. The scenes are drawn by a generator in the repository, one seed for one scene.',
      'Some of the shipped weights have learned from photographs that are not shown here: KIT AIS (CC BY 3.0; boxes from the aerial-cars-dataset), BCCD (MIT) and CIFAR-10 in a JPEG copy. The references name them, and the command of each card prepares them.',
      'The published SPD-Conv repository carries the MIT licence; its YOLOv5 folder carries the GPL-3.0 of YOLOv5. No code of either is used here.',
    ],
    citedTitle: 'Cited numbers',
    row: 'Row',
    /** What stands above the columns of the cited files, by the name of the field. */
    columns: {
      AP: 'AP',
      APS: 'AP small',
      GFLOPs: 'GFLOPs',
      batch: 'Batch',
      eighth: 'An eighth',
      epochs: 'Epochs',
      fps: 'Frames',
      gigaMacs: 'MACs, G',
      inputSize: 'Side',
      latency: 'Latency',
      macs: 'MACs',
      parameters: 'Parameters',
      quarter: 'A quarter',
      top1: 'Top-1',
    } as Readonly<Record<string, string>>,
  },
  notFound: {
    title: 'This pixel was skipped',
    text: 'There is no page at this address. A stride, perhaps.',
    home: 'Back to the beginning',
    search: 'Search the notebook',
  },
  predict,
  readsTable: {
    window: 'Window',
    line: 'Reads along a row',
    area: 'Reads in the plane',
    even: 'Even?',
    stride: 'stride',
    yes: 'even',
    no: 'uneven',
  },
  orderTable,
  block,
  figure,
  frame,
  cells,
  share,
  ownPicture,
  engineCheck,
  lab,
};

export type Words = typeof words;
