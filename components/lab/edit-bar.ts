import { css, html, LitElement, nothing } from 'lit';
import { controlStyles } from '#components/kit/control-styles.ts';
import { lab as words } from '#content/words/en/lab.ts';
import { ownBoxes } from '#content/words/en/own-boxes.ts';
import { CLASSES } from '#lib/scenes/classes.ts';
import type { Command } from './commands.ts';

/** What the bar asks for. */
export type BarAction =
  | { command: Command }
  | { add: string }
  | { kind: string }
  | { go: 'undo' | 'redo' };

type Buttons = readonly (readonly [sign: string, name: string, command: Command])[];

const MOVES: Buttons = [
  ['←', words.edit.left, { do: 'move', dx: -1, dy: 0 }],
  ['→', words.edit.right, { do: 'move', dx: 1, dy: 0 }],
  ['↑', words.edit.up, { do: 'move', dx: 0, dy: -1 }],
  ['↓', words.edit.down, { do: 'move', dx: 0, dy: 1 }],
];
const SIZES: Buttons = [
  ['+', words.edit.larger, { do: 'resize', by: 1 }],
  ['−', words.edit.smaller, { do: 'resize', by: -1 }],
];
const OF_OBJECTS: Buttons = [
  ...MOVES,
  ['⟲', words.edit.turnLeft, { do: 'turn', steps: -1 }],
  ['⟳', words.edit.turnRight, { do: 'turn', steps: 1 }],
  ...SIZES,
];
const OF_BOXES: Buttons = [
  ...MOVES,
  ...SIZES,
  ['↔', ownBoxes.wider, { do: 'stretch', dx: 1, dy: 0 }],
  ['→←', ownBoxes.narrower, { do: 'stretch', dx: -1, dy: 0 }],
  ['↕', ownBoxes.taller, { do: 'stretch', dx: 0, dy: 1 }],
  ['↓↑', ownBoxes.lower, { do: 'stretch', dx: 0, dy: -1 }],
];

/** What the bar calls the things that it changes. */
const CALLED = {
  objects: { ...words.edit },
  boxes: { ...words.edit, ...ownBoxes, nothing: ownBoxes.hint },
};

/**
 * `<edit-bar>`: all that can be done by hand to a scene, or to the true boxes of a picture, as buttons, and a sentence of
 * what was done. Fires `bar`.
 */
export class EditBar extends LitElement {
  static override properties = {
    boxes: { type: Boolean },
    chosen: { type: Boolean },
    undo: { type: Boolean },
    redo: { type: Boolean },
    said: {},
    kinds: { attribute: false },
    kind: { attribute: false },
  };

  /** Whether boxes are changed, or the objects of a scene. */
  declare boxes: boolean;
  /** Whether there is an object to do something to. */
  declare chosen: boolean;
  /** Whether there is a step to take back, or again. */
  declare undo: boolean;
  declare redo: boolean;
  /** What was done last. */
  declare said: string;
  /** The classes that there are. */
  declare kinds: readonly string[];
  /** The class of what is added next; of boxes, that of the chosen one, too. */
  declare kind: string;

  constructor() {
    super();
    this.boxes = false;
    this.chosen = false;
    this.undo = false;
    this.redo = false;
    this.said = '';
    this.kinds = CLASSES;
    this.kind = CLASSES[0];
  }

  static override styles = [
    controlStyles,
    css`
      :host { display: block; margin-top: 0.75rem; }
      [role='group'] { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
      button.sign { min-width: 2.5rem; }
      .apart { margin-left: 0.5rem; }
      label { display: inline-flex; gap: 0.4rem; align-items: center; color: var(--ink-2); }
      p { margin: 0.5rem 0 0; min-height: 1.4em; color: var(--ink-2); font-variant-numeric: tabular-nums; }
      summary { width: fit-content; margin-top: 0.3rem; cursor: pointer; min-height: 1.5rem; color: var(--ink-2); }
      @media print { :host { display: none; } }
    `,
  ];

  #do(detail: BarAction, possible = true): void {
    if (possible)
      this.dispatchEvent(
        new CustomEvent<BarAction>('bar', { detail, bubbles: true, composed: true }),
      );
  }

  override render() {
    const { chosen, boxes } = this;
    const edit = CALLED[boxes ? 'boxes' : 'objects'];
    const button = (name: string, detail: BarAction, possible: boolean, sign = '') => html`<button
      type="button" class=${sign ? 'sign' : nothing} aria-label=${sign ? name : nothing} title=${sign ? name : nothing}
      aria-disabled=${!possible} @click=${() => this.#do(detail, possible)}>${sign || name}</button>`;
    return html`<div role="group" aria-label=${edit.title}>
        ${(boxes ? OF_BOXES : OF_OBJECTS).map(([sign, name, command]) => button(name, { command }, chosen, sign))}
        ${button(edit.copy, { command: { do: 'copy' } }, chosen)}
        ${button(edit.delete, { command: { do: 'delete' } }, chosen)}
        ${button(edit.undo, { go: 'undo' }, this.undo)}
        ${button(edit.redo, { go: 'redo' }, this.redo)}
        <label class="apart">${edit.kind}
          <select @change=${(event: Event) => {
            this.kind = (event.target as HTMLSelectElement).value;
            if (boxes) this.#do({ kind: this.kind });
          }}>${this.kinds.map((name) => html`<option value=${name} .selected=${name === this.kind}>${name}</option>`)}</select></label>
        ${button(edit.add, { add: this.kind }, true)}
      </div>
      <p role="status">${this.said || (chosen ? nothing : edit.nothing)}</p>
      <details><summary>${edit.keysTitle}</summary><p>${edit.keys}</p></details>`;
  }
}

customElements.define('edit-bar', EditBar);
