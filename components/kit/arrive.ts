// Fetches a widget's code, and says so in the widget's place where it does not come. It needs nothing that could be
// missing too: no Lit, no other chunk.
import { kit as words } from '#content/words/en/kit.ts';
import { CodeError, loadCode } from './load-code.ts';
import { onceNear } from './near.ts';

/** Progress is shown from here on, milliseconds. */
const PATIENCE = 500;

export interface ArriveOptions {
  /** The code is fetched as the reader comes near; at once without it. */
  near?: boolean;
  /** Shows progress in the element's place, for what has nothing else to show meanwhile. */
  progress?: boolean;
}

/**
 * Has `fetchCode` define the custom element `name` for those of the page. `data-arrival` on each tells how that stands:
 * fetching, failed; it goes when the code is there.
 */
export function arrive(
  name: string,
  fetchCode: () => Promise<unknown>,
  { near = false, progress = false }: ArriveOptions = {},
): void {
  const elements = [...document.querySelectorAll<HTMLElement>(name)];
  if (elements.length === 0) return;
  const fetchNow = () => void fetchFor(elements, fetchCode, progress);
  if (near) onceNear(elements, fetchNow);
  else fetchNow();
}

async function fetchFor(
  elements: HTMLElement[],
  fetchCode: () => Promise<unknown>,
  progress: boolean,
): Promise<void> {
  const places = elements.map((element) => new Notice(element));
  const timer = setTimeout(() => {
    if (progress) for (const place of places) place.say(words.code.loading, 'status');
  }, PATIENCE);
  try {
    await loadCode(fetchCode);
    for (const place of places) place.clear();
  } catch (error) {
    const sentence = error instanceof CodeError ? error.message : words.faults.unexpected;
    const again = () => fetchFor(elements, fetchCode, true);
    for (const place of places) place.say(sentence, 'alert', again);
  } finally {
    clearTimeout(timer);
  }
}

/** Where something is said in an element that has no code yet. */
class Notice {
  readonly #element: HTMLElement;
  readonly #said: HTMLElement;

  constructor(element: HTMLElement) {
    this.#element = element;
    const said = element.querySelector<HTMLElement>(':scope > .arrival');
    this.#said = said ?? element.appendChild(document.createElement('div'));
    this.#said.className = 'arrival';
    this.#said.tabIndex = -1;
  }

  /** With `again`, the ways on are offered. */
  say(sentence: string, role: 'status' | 'alert', again?: () => Promise<void>): void {
    const focused = this.#said.contains(document.activeElement);
    const text = document.createElement('p');
    text.setAttribute('role', role);
    text.textContent = sentence;
    const ways = again
      ? [button(words.retry, () => void again()), button(words.reload, () => location.reload())]
      : [];
    this.#said.replaceChildren(text, ...ways);
    this.#element.dataset.arrival = again ? 'failed' : 'fetching';
    if (focused) (ways[0] ?? this.#said).focus();
  }

  clear(): void {
    const focused = this.#said.contains(document.activeElement);
    this.#said.remove();
    delete this.#element.dataset.arrival;
    if (!focused) return;
    this.#element.tabIndex = -1;
    this.#element.focus();
  }
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', act);
  return made;
}
