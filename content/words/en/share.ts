import { spoken } from '../spoken.ts';

/** Words of a figure's share menu; its summary's are the player's. */
export const share = spoken('share', {
  link: 'Copy link',
  iframe: 'Copy iframe code',
  element: 'Copy element code',
  svg: 'Download SVG',
  png: 'Download PNG',
  scale: 'PNG scale',
  transparent: 'Transparent background',
  outlines: 'SVG with letters as outlines',
  talks: 'How to use it in a talk',
  licence: 'Figures are under CC BY 4.0, the code under MIT.',
  copied: 'Copied.',
  byHand: 'Copy this:',
  saved: (file: string) => `Saved ${file}.`,
  making: 'Making the file…',
  failed: 'The picture could not be made in this browser. The SVG works everywhere.',
});
