import type { FigureState } from '#components/kit/figure-player.ts';
import { Grasp } from '#components/kit/grasp.ts';
import { handle as words } from '#content/words/en/handle.ts';
import { figureOf } from './figure-of.ts';

/** Pixels that a pointer goes for one step. */
const STEP = 14;

/** `<figure-tune for name>3</figure-tune>`: a number of the text that moves a figure, and follows it. */
export class FigureTune extends HTMLElement {
  #leave = new AbortController();

  connectedCallback(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const id = this.getAttribute('for') ?? '';
    const name = this.getAttribute('name') ?? '';
    const input = this.#input();
    const show = (value: unknown) => {
      if (document.activeElement !== input) input.value = String(value);
      this.style.setProperty('--digits', String(Math.max(1, String(value).length)));
    };
    // Its name and its limits come with the figure.
    const learn = async () => {
      const parameter = (await figureOf(id)).figure?.parameters[name];
      if (parameter?.kind !== 'integer' && parameter?.kind !== 'number') return;
      [input.min, input.max] = [String(parameter.min), String(parameter.max)];
      input.step = String(
        parameter.kind === 'number' ? (parameter.step ?? 'any') : (parameter.step ?? 1),
      );
      input.ariaLabel = words.of(parameter.label);
    };
    const set = async () => {
      if (input.value === '') return;
      (await figureOf(id)).set({ [name]: input.value });
    };
    const step = (by: number) => {
      if (by > 0) input.stepUp(by);
      else input.stepDown(-by);
      void set();
    };
    show(input.value);
    void learn();
    input.addEventListener('input', set, { signal });
    document.addEventListener(
      'spd-change',
      ({ target, detail }: CustomEventInit<FigureState> & { target?: EventTarget | null }) => {
        if ((target as Element).id !== id || !detail) return;
        if (!input.max) void learn();
        if (name in detail.values) show(detail.values[name]);
      },
      { signal },
    );
    drag(input, step, signal);
  }

  disconnectedCallback(): void {
    this.#leave.abort();
  }

  /** The input that stands for the text from now on. */
  #input(): HTMLInputElement {
    const there = this.querySelector('input');
    if (there) return there;
    const input = document.createElement('input');
    input.type = 'number';
    input.autocomplete = 'off';
    input.value = this.textContent?.trim() ?? '';
    input.ariaLabel = words.number;
    this.replaceChildren(input);
    return input;
  }
}

/** Sideways over the number: a step for so many pixels. A click without a way puts the cursor into it. */
function drag(input: HTMLInputElement, step: (by: number) => void, signal: AbortSignal): void {
  const grasp = new Grasp();
  let from = 0;
  input.addEventListener(
    'pointerdown',
    (event) => {
      if (!grasp.takes(event)) return;
      from = event.clientX;
      input.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  input.addEventListener(
    'pointermove',
    (event) => {
      if (!grasp.holds(event)) return;
      const steps = Math.trunc((event.clientX - from) / STEP);
      if (steps === 0) return;
      from += steps * STEP;
      input.blur();
      step(steps);
    },
    { signal },
  );
  for (const end of ['pointerup', 'pointercancel'] as const)
    input.addEventListener(end, (event) => void grasp.leaves(event), { signal });
}

customElements.define('figure-tune', FigureTune);
