import type { Cells, Grid } from '../figure.ts';
import { describeSlot } from './describe.ts';
import { modelOf, type Params } from './model.ts';
import { cellOfSlot, neighbours, slotOfCell } from './slots.ts';
import type { ArchitectureWords } from './words.ts';

function grids({ grid }: ArchitectureWords, params: Params): Grid[] {
  return [{ id: 'layer', label: grid, rows: modelOf(params).slots.length, columns: 1 }];
}

function linked(params: Params, cell: string): string[] {
  return neighbours(modelOf(params), slotOfCell(cell)).map(cellOfSlot);
}

function describeCell(words: ArchitectureWords, params: Params, cell: string): string {
  return describeSlot(words, modelOf(params), slotOfCell(cell));
}

/** A click chooses the layer. */
function pick(_: Params, cell: string): Partial<Params> {
  return { layer: slotOfCell(cell) };
}

export function cells(words: ArchitectureWords): Cells<Params> {
  return {
    grids: (params) => grids(words, params),
    linked,
    describe: (params, cell) => describeCell(words, params, cell),
    pick,
  };
}
