import type { Site } from './sites.ts';

/** A fault that no test can see, because the program does the same with it. Reviewed one by one. */
export interface Equivalent extends Omit<Site, 'line'> {
  reason: string;
}

export const EQUIVALENT: readonly Equivalent[] = [];

/** Why no test can see this fault; undefined if one should. */
export function equivalence(site: Site): string | undefined {
  const same = ({ file, what, from, nth }: Equivalent) =>
    file === site.file && what === site.what && from === site.from && nth === site.nth;
  return EQUIVALENT.find(same)?.reason;
}
