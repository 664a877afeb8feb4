// The layers as cells: a column of slots, a layer of either net in each.
import { cellKey, parseCell } from '../figure.ts';
import type { Model } from './model.ts';

export function cellOfSlot(slot: number): string {
  return cellKey('layer', slot, 0);
}

/** The slot of a cell. */
export function slotOfCell(cell: string): number {
  return parseCell(cell).row;
}

/** What a slot reads and feeds, in either net. */
export function neighbours({ strided, spd, slots }: Model, slot: number): number[] {
  const found = new Set<number>();
  for (const [side, layers] of [
    ['strided', strided],
    ['spd', spd],
  ] as const) {
    const own = slots[slot]?.[side];
    if (own === undefined) continue;
    slots.forEach((other, i) => {
      const index = other[side];
      if (index === undefined) return;
      if (layers[own].from.includes(index) || layers[index].from.includes(own)) found.add(i);
    });
  }
  return [...found];
}
