// How a player looks and plays, whoever asks for it.

/** What can be hidden by name: `hide=share,check`. */
export const PARTS = ['transport', 'settings', 'picture', 'share', 'check', 'description'] as const;
export type Part = (typeof PARTS)[number];

export interface PlayerOptions {
  /** The drawing fills what it stands in; else it is as high as it is. */
  contain: boolean;
  hidden: ReadonlySet<Part>;
  show: 'all' | 'steps' | 'none';
  /** It plays when it is there, and again and again. */
  autoplay: boolean;
  loop: boolean;
  /** Times the normal speed. */
  speed: number;
  /** It shows its moments and nothing between. */
  still: boolean;
}

/** Of a figure of which nothing is asked. */
export const PLAIN: PlayerOptions = {
  contain: false,
  hidden: new Set(),
  show: 'all',
  autoplay: false,
  loop: false,
  speed: 1,
  still: false,
};
