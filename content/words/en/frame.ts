import { spoken } from '../spoken.ts';

/** How a figure in a frame is told to look and to play. */
export const frame = spoken('frame', {
  theme: 'Theme',
  layout: 'Layout',
  ground: 'Ground',
  scale: 'Size of type and controls',
  fit: 'Fit',
  controls: 'Controls',
  hide: 'Hidden parts',
  keys: 'Keys',
  autoplay: 'Plays by itself',
  loop: 'Plays again and again',
  speed: 'Speed',
  motion: 'Motion',
  language: 'Language',
  noPart: (given: string, known: string) => `hide names ${known}, not “${given}”.`,
  noColour: (given: string) =>
    `bg is none or a colour such as ffffff, not “${given.length > 40 ? `${given.slice(0, 39)}…` : given}”.`,
});
