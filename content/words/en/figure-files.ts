import { spoken } from '../spoken.ts';

/** Words of the dialog that saves a figure for slides, papers and films. */
export const files = spoken('figureFiles', {
  open: 'Slides, PDF, GIF, film…',
  title: 'Save for a talk',
  close: 'Close',
  moments: (count: number) => (count === 1 ? '1 moment' : `${count} moments`),
  groups: { still: 'One picture for each moment', film: 'In motion' },
  formats: {
    png: { name: 'PNG', about: 'Pictures, in a ZIP' },
    svg: { name: 'SVG', about: 'Vectors, in a ZIP' },
    pdf: { name: 'PDF', about: 'A page each, for LaTeX' },
    pptx: { name: 'PowerPoint', about: 'A slide each, with notes' },
    gif: { name: 'GIF', about: 'Loops, plays anywhere' },
    mp4: { name: 'MP4', about: 'H.264, for slides' },
    webm: { name: 'WebM', about: 'Small, for the web' },
  },
  theme: 'Colours',
  themes: { light: 'Light', dark: 'Dark', projector: 'Projector' },
  transparent: 'Transparent background',
  outlines: 'Letters as outlines, alike in every program',
  size: 'Size',
  asDrawing: (width: number, height: number) => `${width} × ${height}, the drawing`,
  wide: (width: number, height: number) => `${width} × ${height}, a slide`,
  ownSize: 'Another size',
  width: 'Width, pixels',
  height: 'Height, pixels',
  from: 'From',
  to: 'To',
  speed: 'Speed',
  length: (seconds: number) => `${seconds.toFixed(1)} s`,
  unable: (kind: 'mp4' | 'webm') =>
    kind === 'mp4'
      ? 'This browser can’t write H.264. WebM may work, or another browser.'
      : 'This browser can’t write WebM. Another browser may.',
  unableHere: 'Not in this browser',
  noSize: (text: string) => `A size is written 2x or 1280x720, not “${text}”.`,
  tooLarge: 'A film has at most 1920 × 1080 pixels.',
  noMoment: (number: number, last: number) => `There are the moments 0 to ${last}, no ${number}.`,
  make: 'Save',
  making: 'Making the file…',
  stopped: 'Stopped.',
  saved: (file: string, size: string) => `Saved ${file} (${size}).`,
  bytes: (bytes: number) =>
    bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`,
  licence: ['The files are yours to use under ', 'CC BY 4.0', ': name Strideless.'],
});
