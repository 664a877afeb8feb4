import { paint as words } from '#content/words/en/bets/paint.ts';
import { changed, type Kind } from '../bet.ts';

export interface PaintSpec {
  kind: 'paint';
  /** Cells a side of the grid that is painted. */
  side: number;
  /** The largest number on the palette. */
  most: number;
  /** What comes out, row by row. */
  truth: number[];
  /** The figure's grid, and its row and column that the first cell stands for. */
  grid: string;
  from: number;
  /** Ground and ink of each number on the palette, as CSS colours. */
  colours: [ground: string, ink: string][];
}

const cells = (control: HTMLElement) => [
  ...control.querySelectorAll<HTMLButtonElement>('.cells button'),
];

/** Undefined for a cell that is not painted. */
function set(cell: HTMLButtonElement, { colours }: PaintSpec, value: number | undefined): void {
  const [ground, ink] = value === undefined ? ['', ''] : colours[value];
  cell.style.setProperty('--ground', ground);
  cell.style.setProperty('--on', ink);
  cell.textContent = value === undefined ? '·' : String(value);
  cell.dataset.count = value === undefined ? '' : String(value);
}

function countIn({ dataset: { count } }: HTMLElement): number | undefined {
  return count ? Number(count) : undefined;
}

/** The counts that come out, row by row. */
const rowsOf = ({ side, truth }: PaintSpec) =>
  Array.from({ length: side }, (_, y) => truth.slice(y * side, (y + 1) * side));

/** Counts painted into a small grid: with a number from the palette by pointer, with the keys 0 to 9 otherwise. */
export const paint: Kind<PaintSpec, number[]> = {
  control({ side, most, colours }, id) {
    const palette = Array.from(
      { length: most + 1 },
      (_, n) =>
        `<label><input type="radio" name="brush-${id}" value="${n}" autocomplete="off"${n === 1 ? ' checked' : ''} /><span data-count="${n}" style="--ground: ${colours[n][0]}; --on: ${colours[n][1]}">${n}</span></label>`,
    );
    const grid = Array.from({ length: side * side }, (_, i) => {
      const place = words.cell(Math.floor(i / side), i % side);
      return `<button type="button" data-count="" aria-label="${place}"${i > 0 ? ' tabindex="-1"' : ''}>·</button>`;
    });
    return `<div class="paint"><div class="brushes" role="radiogroup" aria-label="${words.palette}">${palette.join('')}</div>
<div class="cells" role="group" aria-label="${words.grid}" aria-description="${words.keys}" style="--side: ${side}">${grid.join('')}</div></div>`;
  },
  answer: (spec) =>
    rowsOf(spec)
      .map((row) => row.join(' '))
      .join(' / '),
  shown(spec) {
    const cell = (count: number) => {
      const [ground, ink] = spec.colours[count];
      return `<td data-count="${count}" style="--ground: ${ground}; --on: ${ink}">${count}</td>`;
    };
    const rows = rowsOf(spec).map((row) => `<tr>${row.map(cell).join('')}</tr>`);
    return `<div class="paint"><table class="painted" aria-label="${words.answer}"><tbody>${rows.join('')}</tbody></table></div>`;
  },
  start(control, spec) {
    const { side, most } = spec;
    const all = cells(control);
    const brush = () =>
      Number(control.querySelector<HTMLInputElement>('.brushes input:checked')?.value ?? 1);
    const fill = (cell: HTMLButtonElement, value: number) => {
      set(cell, spec, value);
      changed(control);
    };
    const under = ({ clientX, clientY }: PointerEvent) =>
      all.find((cell) => cell === document.elementFromPoint(clientX, clientY));
    const grid = control.querySelector<HTMLElement>('.cells')!;
    grid.addEventListener('click', ({ target }) => {
      const cell = all.find((one) => one === target);
      if (cell) fill(cell, brush());
    });
    grid.addEventListener('pointermove', (event) => {
      const cell = event.buttons > 0 ? under(event) : undefined;
      if (cell && countIn(cell) !== brush()) fill(cell, brush());
    });
    grid.addEventListener('keydown', (event) => {
      const at = all.indexOf(event.target as HTMLButtonElement);
      const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -side, ArrowDown: side }[event.key];
      const typed = /^\d$/.test(event.key) && Number(event.key) <= most;
      if (typed) fill(all[at], Number(event.key));
      if (!typed && step === undefined) return;
      event.preventDefault();
      const sideways = Math.abs(step ?? 1) === 1;
      const next = at + (step ?? 1);
      const sameRow = Math.floor(next / side) === Math.floor(at / side);
      if (!all[next] || (step !== undefined && sideways && !sameRow)) return;
      for (const cell of all) cell.tabIndex = cell === all[next] ? 0 : -1;
      all[next].focus();
    });
  },
  unset: words.unset,
  read(control) {
    const values = cells(control).map(countIn);
    return values.includes(undefined) ? undefined : (values as number[]);
  },
  put(control, spec, values) {
    cells(control).forEach((cell, i) => {
      set(cell, spec, values?.[i]);
    });
  },
  tell({ side, truth, grid, from }, values) {
    const hits = truth.filter((count, i) => count === values[i]).length;
    return {
      right: hits === truth.length,
      said: words.said,
      sentence: words.told(hits, truth.length),
      marks: values.map((value, i) => ({
        cell: `${grid}:${from + Math.floor(i / side)}:${from + (i % side)}`,
        text: String(value),
        right: value === truth[i],
      })),
    };
  },
};
