// The checks under some figures are fetched when a reader comes near one: most pages have none.
import type { CheckName } from './checked.ts';

const CHECKS: Record<CheckName, () => Promise<unknown>> = {
  'spd-engine-check': () => import('./engine-check.ts'),
  'spd-equivalence-check': () => import('./equivalence-check.ts'),
  'spd-footprint-check': () => import('./footprint-check.ts'),
};

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      CHECKS[target.localName as CheckName]();
    }
  },
  { rootMargin: '400px' },
);
for (const element of document.querySelectorAll(Object.keys(CHECKS).join())) near.observe(element);
