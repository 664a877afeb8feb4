// What the lab needs only together with the engine: one chunk, fetched when the lab begins.
export { ContendersOwner, look } from './contenders.ts';
