import { cellKey, type Grid, parseCell } from '../figure.ts';
import { describeSlot } from './describe.ts';
import { type Model, modelOf, type Params } from './model.ts';
import type { ArchitectureWords } from './words.ts';

export function grids({ grid }: ArchitectureWords, params: Params): Grid[] {
  return [{ id: 'layer', label: grid, rows: modelOf(params).slots.length, columns: 1 }];
}

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

export function linked(params: Params, cell: string): string[] {
  return neighbours(modelOf(params), slotOfCell(cell)).map(cellOfSlot);
}

export function describeCell(words: ArchitectureWords, params: Params, cell: string): string {
  return describeSlot(words, modelOf(params), slotOfCell(cell));
}

/** A click chooses the layer. */
export function pick(_: Params, cell: string): Partial<Params> {
  return { layer: slotOfCell(cell) };
}
