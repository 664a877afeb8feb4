import type { architectures } from '#content/words/en/architectures.ts';
import type { Cell, LayerTable } from '#lib/figures/architecture/table.ts';

type Words = typeof architectures;

/** The table as HTML. All texts are ours: numbers, and names from the architecture files. */
export function tableMarkup({ names, rows }: LayerTable, words: Words): string {
  const heads = [words.output, words.parameters, words.macs, words.share];
  const group = names
    .map((name) => `<th scope="colgroup" colspan="${heads.length + 2}">${name}</th>`)
    .join('');
  const columns = names
    .flatMap(() =>
      [words.layer, ...heads, words.reads].map((head) => `<th scope="col">${head}</th>`),
    )
    .join('');
  const body = rows.map(
    ([strided, spd], i) => `<tr><th scope="row">${i}</th>${cells(strided)}${cells(spd)}</tr>`,
  );
  return `<table><caption>${words.tableCaption(...names)}</caption><thead><tr><td></td>${group}</tr><tr><th scope="col">#</th>${columns}</tr></thead><tbody>${body.join('')}</tbody></table>`;

  function cells(cell: Cell | undefined): string {
    if (!cell) return `<td>${words.none}</td>${'<td></td>'.repeat(heads.length + 1)}`;
    const numbers = [cell.output, cell.parameters, cell.macs, cell.share];
    return `<td>${cell.name}</td>${numbers.map((text) => `<td class="number">${text}</td>`).join('')}<td>${cell.reads}</td>`;
  }
}
