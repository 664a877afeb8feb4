import { Grasp } from '#components/kit/grasp.ts';
import { paint, pictureImage } from '#components/kit/pixel-image.ts';
import { hero as words } from '#content/words/en/hero.ts';
import type { Picture } from '#lib/files/index.ts';

import {
  type CarPosition,
  clampPlace,
  HALVINGS,
  type Halved,
  halvedCar,
  SIDE,
  START,
  type Way,
} from '#lib/hero/index.ts';

const ARROWS: Record<string, CarPosition> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * `<halved-car>`: the reader moves the car, by pointer or arrow keys, and the six maps follow. The page brings the
 * pictures of the start; here they become canvases.
 */
export class HalvedCar extends HTMLElement {
  #place: CarPosition = START;
  /** From the pointer to the car's middle, px, while it is dragged. */
  #held: CarPosition | undefined;
  readonly #grasp = new Grasp();
  #frame = 0;
  #leave = new AbortController();
  #canvases = new Map<HTMLElement, HTMLCanvasElement>();
  #maps: Halved[] = [];

  connectedCallback(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    for (const part of this.querySelectorAll<HTMLElement>('.grip, .hint')) part.hidden = false;
    this.#stage.addEventListener('pointerdown', (event) => this.#take(event), { signal });
    this.#stage.addEventListener('pointermove', (event) => this.#drag(event), { signal });
    for (const end of ['pointerup', 'pointercancel'])
      this.#stage.addEventListener(end, (event) => this.#letGo(event as PointerEvent), { signal });
    this.#grip.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.#draw(true);
  }

  disconnectedCallback(): void {
    cancelAnimationFrame(this.#frame);
    this.#leave.abort();
  }

  get #stage(): HTMLElement {
    return this.querySelector<HTMLElement>('[data-stage]')!;
  }

  get #grip(): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>('.grip')!;
  }

  /** A pointer's place in the picture, px. */
  #at({ clientX, clientY }: PointerEvent): CarPosition {
    const { left, top, width } = this.#stage.getBoundingClientRect();
    return { x: ((clientX - left) / width) * SIDE, y: ((clientY - top) / width) * SIDE };
  }

  #take(event: PointerEvent): void {
    const at = this.#at(event);
    const away = { x: this.#place.x - at.x, y: this.#place.y - at.y };
    // Beside the car it comes to the pointer; on a touch screen such a touch scrolls the page.
    const near = Math.hypot(away.x, away.y) < 6;
    if (!near && event.pointerType === 'touch') return;
    if (!this.#grasp.takes(event)) return;
    this.#held = near ? away : { x: 0, y: 0 };
    this.#stage.setPointerCapture(event.pointerId);
    this.#grip.focus({ preventScroll: true });
    event.preventDefault();
    this.#drag(event);
  }

  #drag(event: PointerEvent): void {
    if (!this.#held || !this.#grasp.holds(event)) return;
    const at = this.#at(event);
    this.#move({ x: at.x + this.#held.x, y: at.y + this.#held.y }, false);
  }

  #letGo(event: PointerEvent): void {
    if (!this.#grasp.leaves(event)) return;
    this.#held = undefined;
    this.#say();
  }

  #key(event: KeyboardEvent): void {
    const step = ARROWS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#move({ x: this.#place.x + step.x, y: this.#place.y + step.y }, true);
  }

  #move(to: CarPosition, say: boolean): void {
    const place = clampPlace(to);
    if (place.x === this.#place.x && place.y === this.#place.y) return;
    this.#place = place;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw(say));
  }

  #draw(say: boolean): void {
    const { picture, maps } = halvedCar(this.#place);
    this.#paint(this.#stage, picture);
    this.#grip.style.setProperty('--x', String(this.#place.x / SIDE));
    this.#grip.style.setProperty('--y', String(this.#place.y / SIDE));
    this.#maps = maps;
    for (const map of maps) this.#show(map);
    if (say) this.#say();
  }

  #show({ way, times, raster, shows, best }: Halved): void {
    const cell = this.querySelector<HTMLElement>(`[data-map="${way}-${times}"]`)!;
    this.#paint(cell, raster);
    cell.toggleAttribute('data-lost', shows === 0);
    cell.querySelector('output')!.textContent = words.shows(shows);
    const frame = cell.querySelector<HTMLElement>('.frame');
    frame?.style.setProperty('--column', String(best[0]));
    frame?.style.setProperty('--row', String(best[1]));
  }

  /** Said when a move is over: a listener's patience is short. */
  #say(): void {
    const level = (way: Way) =>
      this.#maps.find((map) => map.way === way && map.times === HALVINGS.length)!.shows;
    const { x, y } = this.#place;
    this.querySelector('.verdict')!.textContent = words.verdict(
      x,
      y,
      level('strided'),
      level('spd'),
    );
  }

  /** Puts the numbers on a canvas that stands where the page had its picture. */
  #paint(inside: HTMLElement, picture: Picture): void {
    let canvas = this.#canvases.get(inside);
    if (!canvas) {
      const image = inside.querySelector('img')!;
      canvas = document.createElement('canvas');
      const { width, height } = picture;
      Object.assign(canvas, { width, height, className: 'pixels' });
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', image.alt);
      image.replaceWith(canvas);
      this.#canvases.set(inside, canvas);
    }
    paint(canvas, pictureImage(picture));
  }
}

customElements.define('halved-car', HalvedCar);
