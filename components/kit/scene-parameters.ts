import type { NumberParameter } from '#lib/parameters/index.ts';

/** Which generated scene: the same in every widget that shows one. */
export const sceneSeed = {
  kind: 'integer',
  label: 'Scene',
  min: 0,
  max: 9_999_999,
  default: 7,
  help: 'One number, one scene.',
} as const satisfies NumberParameter;
