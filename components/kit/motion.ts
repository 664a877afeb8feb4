// Whether the reader wants things to move, asked now and followed from then on.

const REDUCED = '(prefers-reduced-motion: reduce)';

/** The system asks for less motion. */
export function motionIsReduced(): boolean {
  return matchMedia(REDUCED).matches;
}

/** Calls back whenever the reader changes their mind, until the signal is aborted. */
export function onMotionChange(change: () => void, signal: AbortSignal): void {
  matchMedia(REDUCED).addEventListener('change', change, { signal });
}
