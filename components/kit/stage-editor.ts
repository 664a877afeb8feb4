// The stages of one stack, to be changed by hand.
import { css, html, type TemplateResult } from 'lit';
import { stages as words } from '#content/words/en/stages.ts';
import { train } from '#content/words/en/train.ts';
import { MOST_CHANNELS, MOST_STAGES, type Stack, type Stage } from '#lib/stack/stack.ts';
import { WAYS, type Way } from '#lib/stack/ways.ts';
import { live } from './live.ts';

/** Takes the changed stack, and what of it was changed: a sweep of one number is one step back. */
export type OnStack = (stack: Stack, what: string) => void;

const replaced = (stack: Stack, i: number, stage: Partial<Stage>): Stack =>
  stack.map((own, j) => (j === i ? { ...own, ...stage } : own));

const moved = (stack: Stack, from: number, to: number): Stack => {
  const stages = stack.filter((_, i) => i !== from);
  stages.splice(to, 0, stack[from]);
  return stages;
};

/** One more, in the way of the last, twice as wide. */
const longer = (stack: Stack): Stack => {
  const { way, width } = stack[stack.length - 1];
  return [...stack, { way, width: Math.min(MOST_CHANNELS, 2 * width) }];
};

function row(stack: Stack, i: number, change: OnStack): TemplateResult {
  const { way, width } = stack[i];
  const n = i + 1;
  const setWidth = (event: Event) => {
    const field = event.target as HTMLInputElement;
    const given = Math.round(Number(field.value));
    const next = Math.min(MOST_CHANNELS, Math.max(1, given || width));
    // An empty or impossible number goes back to the one that counts.
    if (event.type === 'change') field.value = String(next);
    if (given === next) change(replaced(stack, i, { width: next }), `width ${i}`);
  };
  const button = (label: string, sign: string, able: boolean, act: () => void) =>
    html`<button type="button" class="small" aria-label=${label} title=${label} aria-disabled=${!able} @click=${() => able && act()}>${sign}</button>`;
  return html`<li>
    <select aria-label=${words.way(n)} .value=${live(way)} @change=${(e: Event) => change(replaced(stack, i, { way: (e.target as HTMLSelectElement).value as Way }), 'way')}>
      ${WAYS.map((known) => html`<option value=${known} .selected=${live(known === way)}>${train.ways[known]}</option>`)}
    </select>
    <label><input type="number" inputmode="numeric" aria-label=${words.width(n)} min="1" max=${MOST_CHANNELS} .value=${live(String(width))} @input=${setWidth} @change=${setWidth} /><span aria-hidden="true">${words.widthShort}</span></label>
    <span class="moves">
      ${button(words.up(n), '↑', i > 0, () => change(moved(stack, i, i - 1), 'order'))}
      ${button(words.down(n), '↓', i < stack.length - 1, () => change(moved(stack, i, i + 1), 'order'))}
      ${button(words.remove(n), '×', stack.length > 1, () =>
        change(
          stack.filter((_, j) => j !== i),
          'stages',
        ),
      )}
    </span>
  </li>`;
}

export function stageEditor(name: string, stack: Stack, change: OnStack): TemplateResult {
  const full = stack.length >= MOST_STAGES;
  return html`<section class="editor" aria-label=${name}>
    <h2>${name}</h2>
    <ol>${stack.map((_, i) => row(stack, i, change))}</ol>
    <button type="button" class="add" aria-disabled=${full} @click=${() => full || change(longer(stack), 'stages')}>${words.add}</button>
  </section>`;
}

export const stageEditorStyles = css`
  .editor { container-type: inline-size; min-width: 0; max-width: 34rem; border-top: 3px solid var(--ink); padding-top: 0.6rem; }
  .editor + .editor { border-top-style: dashed; }
  .editor + .editor + .editor { border-top-style: dotted; }
  .editor h2 { font: 600 0.9375rem/1.3 var(--font-ui); margin: 0 0 0.6rem; }
  .editor ol { list-style: none; margin: 0; padding: 0; }
  .editor li { display: flex; flex-wrap: wrap; gap: 0.4rem 0.6rem; align-items: center; padding-block: 0.3rem; }
  .editor label { display: flex; gap: 0.4rem; align-items: center; color: var(--ink-2); }
  .editor select { flex: 1 1 9rem; min-width: 0; }
  .editor input[type='number'] { width: 4.5rem; }
  .editor .moves { display: flex; gap: 0.3rem; }
  .editor button.small { min-width: 2rem; padding-inline: 0.3rem; }
  .editor .add { margin-top: 0.4rem; }
  /* On a phone a stage keeps to its line. */
  @container (max-width: 25rem) {
    .editor label span { display: none; }
    .editor li { gap: 0.4rem; }
    .editor select { flex-basis: 7rem; }
  }
`;
