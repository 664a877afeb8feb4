// The checks under some figures are fetched when a reader comes near one: most pages have none.
import { arrive } from '#components/kit/arrive.ts';
import type { CheckName } from './checked.ts';

const CHECKS: Record<CheckName, () => Promise<unknown>> = {
  'spd-engine-check': () => import('./engine-check.ts'),
  'spd-equivalence-check': () => import('./equivalence-check.ts'),
  'spd-footprint-check': () => import('./footprint-check.ts'),
};

for (const [name, fetchCode] of Object.entries(CHECKS))
  arrive(name, fetchCode, { near: true, progress: true });
