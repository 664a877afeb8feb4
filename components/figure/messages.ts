// What an embedded figure and the page or slide deck around it say to each other.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type Incoming =
  | { type: 'start' }
  | { type: 'stop' }
  | { type: 'set'; params: Readonly<Record<string, unknown>> }
  | { type: 'step'; n: number };

/** A known message, or undefined for everything else. Values are checked later against the declared parameters. */
export function readMessage(data: unknown): Incoming | undefined {
  if (data === 'slide:start') return { type: 'start' };
  if (data === 'slide:stop') return { type: 'stop' };
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, params, n } = data as Record<string, unknown>;
  if (type === 'spd:set' && typeof params === 'object' && params !== null)
    return { type: 'set', params: params as Record<string, unknown> };
  if (type === 'spd:step' && typeof n === 'number' && Number.isInteger(n))
    return { type: 'step', n };
  return undefined;
}

/** Does what a message says. */
export function obey(
  message: Incoming,
  player: {
    play(): void;
    pause(): void;
    set(params: Readonly<Record<string, unknown>>): void;
    goToStop(stop: number): void;
  },
): void {
  if (message.type === 'start') player.play();
  else if (message.type === 'stop') player.pause();
  else if (message.type === 'set') player.set(message.params);
  else player.goToStop(message.n);
}

/** Takes the known messages of the page around as long as the element is in its page. */
export class Inbox implements ReactiveController {
  readonly #onMessage: (message: Incoming) => void;

  constructor(host: ReactiveControllerHost, onMessage: (message: Incoming) => void) {
    this.#onMessage = onMessage;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('message', this.#take);
  }

  hostDisconnected(): void {
    window.removeEventListener('message', this.#take);
  }

  readonly #take = (event: MessageEvent): void => {
    if (event.source !== window.parent) return;
    const message = readMessage(event.data);
    if (message) this.#onMessage(message);
  };
}

export type Outgoing =
  | { type: 'spd:ready'; name: string; steps: number }
  | { type: 'spd:height'; height: number }
  | { type: 'spd:step'; step: number; label: string }
  | { type: 'spd:key'; key: string };

/** Tells the page around, whoever it is: nothing in these messages is private. */
export function tellParent(message: Outgoing): void {
  if (window.parent !== window) window.parent.postMessage(message, '*');
}

/** Hands a key on to the page around: reveal.js takes its own method calls, others the key. */
export function handOn(key: string, direction: 'next' | 'prev'): void {
  if (window.parent === window) return;
  window.parent.postMessage(JSON.stringify({ method: direction }), '*');
  tellParent({ type: 'spd:key', key });
}
