// What a network is called, and in whose colour it is drawn.
import { train as words } from '#content/words/en/train.ts';
import type { Stack } from '#lib/stack/stack.ts';
import { oneKind, type WayKind } from '#lib/stack/ways.ts';
import { type NetworkPlan, pairOf } from '#lib/training/index.ts';

/** What each network is called: its way or its ways, and its widths where two have the same. */
export function namesOf(plans: readonly NetworkPlan[]): string[] {
  const names = plans.map(({ stages: own }) => nameOf(own));
  const widths = plans.map(({ stages: own }) => widthsOf(own));
  return names.map((name, i) => {
    const twins = names.flatMap((other, j) => (j !== i && other === name ? [j] : []));
    const same = twins.some((j) => widths[j] === widths[i]);
    return `${name}${twins.length > 0 ? `, ${widths[i]}` : ''}${same ? ` (${words.labels.places[i].toLowerCase()})` : ''}`;
  });
}

function nameOf(stack: Stack): string {
  const said = stack.map(({ way }) => words.ways[way]);
  if (said.some((name) => name !== said[0])) return said.join(' → ');
  return stack.length === 2 ? said[0] : words.stagesOf(said[0], stack.length);
}

function widthsOf(stack: Stack): string {
  const own = pairOf(stack);
  return own ? words.width(own.width) : words.widths(stack.map(({ width: each }) => each));
}

/** Class of what is drawn in a network's colour. */
export function hueOf({ stages: own }: NetworkPlan): WayKind {
  return oneKind(own.map(({ way }) => way)) ?? 'pooled';
}
