/** Of one picture of the lab's poster, px: its side, its distance from the next, and what stands above it. */
export const PANEL = { side: 384, gap: 24, head: 76 } as const;

/** Of the whole poster, px. */
export const LAB_POSTER = {
  width: 3 * PANEL.side + 4 * PANEL.gap,
  height: PANEL.head + PANEL.side + PANEL.gap,
} as const;
