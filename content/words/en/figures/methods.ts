import type { MethodNames } from '#lib/figures/kit/methods.ts';

/** What each way to halve a picture is called. */
export const methods: MethodNames = {
  strided: 'strided sample',
  max: 'max-pool',
  average: 'average-pool',
  blur: 'blur-pool',
  fitted: 'strided 3×3',
  spd: 'space-to-depth',
};
