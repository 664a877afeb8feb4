import { spoken } from '../spoken.ts';

/** Words of the figure player, its controls and its menus. */
export const figure = spoken('figure', {
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
  failed: (reason: string) =>
    `The moving figure could not be loaded; the picture above stays. ${reason}`,
  yes: 'yes',
  moment: { step: 'Step', at: 'Time' },
  bothMoments: 'step and at are both given; step is used.',
  /** Under a figure that was waited for. */
  guess: (said: string) => `Your guess: ${said}`,
  more: 'More',
  share: 'Share',
  whole: 'From Strideless',
  code: 'Code for these settings',
});
