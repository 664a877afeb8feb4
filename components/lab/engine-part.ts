// What the lab needs only together with the engine: one chunk, fetched when the lab begins.
export { look, PairOwner } from './pair.ts';
export { runningScore } from './running.ts';
