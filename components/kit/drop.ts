import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Hands an element the files that are dropped on it; `data-over` marks it while some are held over it. */
export class Drop implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #take: (files: File[]) => void;

  /** `take` gets at least one file. */
  constructor(host: ReactiveControllerHost & Element, take: (files: File[]) => void) {
    this.#host = host;
    this.#take = take;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of ['dragover', 'dragleave', 'drop'] as const)
      this.#host.addEventListener(type, this.#heed as EventListener);
  }

  hostDisconnected(): void {
    for (const type of ['dragover', 'dragleave', 'drop'] as const)
      this.#host.removeEventListener(type, this.#heed as EventListener);
  }

  readonly #heed = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#host.toggleAttribute('data-over', event.type === 'dragover');
    const files = event.type === 'drop' ? [...event.dataTransfer.files] : [];
    if (files.length > 0) this.#take(files);
  };
}
