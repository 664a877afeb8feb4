import type { Architecture } from './fields.ts';
import { buildGraph, type Graph } from './graph.ts';

/** Widths are tried in steps of this part of the file's own full width. */
const STEP = 1 / 128;

/**
 * The same network made wider (or narrower) until it does as much work as asked for, as nearly as whole channels allow;
 * everything but its channels stays as it is.
 */
export function widenTo(architecture: Architecture, macs: number, size?: number): Graph {
  const at = (step: number) => buildGraph(architecture, { size, widthMultiple: step * STEP });
  let step = 1;
  let below = at(step);
  if (below.macs >= macs) return below;
  for (;;) {
    const above = at(++step);
    if (above.macs >= macs) return above.macs - macs < macs - below.macs ? above : below;
    below = above;
  }
}
