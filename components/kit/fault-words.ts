// The words for what goes wrong in lib. Four kilobytes that only those pages need on which something of lib can fail:
// whoever fetches that code fetches these with it, so that they are there when there is no connection any more.
import { faults } from '#content/words/en/faults.ts';
import { inWords, type Said } from '#lib/faults/index.ts';
import { knowFaults } from './faults.ts';

knowFaults(faults);

/** Something to be said by lib, in the page's words. */
export const spokenFault = (said: string | Said): string => inWords(said, faults);
