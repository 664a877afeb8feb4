import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Who takes pasted files: all that are on the page now. */
const takers = new Set<Paste>();

/**
 * Hands an element the files that the reader pastes into the page. Of several elements that take files the one with the
 * focus gets them, else the one nearest to the middle of the window.
 */
export class Paste implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #take: (files: File[]) => void;
  /** Whether it takes any now. */
  readonly takes: () => boolean;

  /** `take` gets at least one file. */
  constructor(
    host: ReactiveControllerHost & Element,
    take: (files: File[]) => void,
    takes = () => true,
  ) {
    this.#host = host;
    this.#take = take;
    this.takes = takes;
    host.addController(this);
  }

  hostConnected(): void {
    if (takers.size === 0) document.addEventListener('paste', handOut);
    takers.add(this);
  }

  hostDisconnected(): void {
    takers.delete(this);
    if (takers.size === 0) document.removeEventListener('paste', handOut);
  }

  take(files: File[]): void {
    this.#take(files);
  }

  /** What the reader sees of it: the widget in whose shadow tree it stands, or the element itself. */
  get region(): Element {
    const root = this.#host.getRootNode();
    return root instanceof ShadowRoot ? root.host : this.#host;
  }

  /** From the middle of the window to the nearest part of the region, CSS px; Infinity where it is not drawn. */
  distance(): number {
    const { top, bottom, height } = this.region.getBoundingClientRect();
    const middle = innerHeight / 2;
    return height === 0 ? Number.POSITIVE_INFINITY : Math.max(top - middle, middle - bottom, 0);
  }
}

function handOut(event: ClipboardEvent): void {
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length === 0 || event.defaultPrevented) return;
  const path = event.composedPath();
  const all = [...takers].filter(
    (taker) => taker.takes() && taker.distance() < Number.POSITIVE_INFINITY,
  );
  const nearest = all.sort((a, b) => a.distance() - b.distance())[0];
  const taker = all.find(({ region }) => path.includes(region)) ?? nearest;
  if (!taker) return;
  event.preventDefault();
  taker.take(files);
}
