import { predict as words } from '#content/words/en/predict.ts';

/**
 * `<predict-answer data-id data-answer>`: choosing an option opens the answer and says whether it was predicted.
 * The choice is kept in localStorage under `predict:ID`, nowhere else.
 */
export class PredictAnswer extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', () => this.choose(true));
    const kept = read(this.key);
    const input = kept === null ? undefined : this.inputs[Number(kept)];
    if (!input) return;
    input.checked = true;
    this.choose(false);
  }

  private get key(): string {
    return `predict:${this.dataset.id}`;
  }

  private get inputs(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  }

  private choose(keep: boolean): void {
    const chosen = this.inputs.findIndex((input) => input.checked);
    if (chosen < 0) return;
    const right = chosen === Number(this.dataset.answer);
    this.dataset.verdict = right ? 'right' : 'wrong';
    const label = this.inputs[chosen].closest('label')?.textContent?.trim() ?? '';
    const verdict = this.querySelector('.verdict');
    if (verdict) verdict.textContent = right ? words.right : words.wrong(label);
    const details = this.querySelector('details');
    if (details) details.open = true;
    if (keep) write(this.key, String(chosen));
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // Storage refused: nothing is remembered, everything works.
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above.
  }
}

customElements.define('predict-answer', PredictAnswer);
