import type { Downsampling } from '../../spd/index.ts';

/** What each way to halve is called. */
export const names: Record<Downsampling, string> = {
  strided: 'strided sample',
  max: 'max-pool',
  average: 'average-pool',
  blur: 'blur-pool',
  fitted: 'strided 3×3',
  spd: 'space-to-depth',
};
