// What stands in a driven page from its first moment on: it notes what is announced, and keeps hold of the workers.
import type { Page } from '@playwright/test';

declare global {
  interface Window {
    driven: {
      /** What live regions said, in order. */
      announced: string[];
      workers: Set<Worker>;
    };
  }
}

/** Runs in the page, before any of its own code. */
function observe(): void {
  const announced: string[] = [];
  const workers = new Set<Worker>();
  window.driven = { announced, workers };

  const LIVE = '[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off]), output';
  const told = (records: MutationRecord[]) => {
    const regions = new Set<Element>();
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest(LIVE);
      if (region) regions.add(region);
    }
    for (const region of regions) {
      const text = region.textContent?.replace(/\s+/g, ' ').trim();
      if (text) announced.push(text);
    }
  };
  const watch = (root: Node) =>
    new MutationObserver(told).observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  watch(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    watch(root);
    return root;
  };

  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      workers.add(this);
    }
    override terminate(): void {
      workers.delete(this);
      super.terminate();
    }
  };
}

export async function prepare(page: Page): Promise<void> {
  await page.addInitScript(observe);
}

/** What was announced since the last time. */
export function announcements(page: Page): Promise<string[]> {
  return page.evaluate(() => window.driven.announced.splice(0));
}

/** What the engine's worker holds; null where none runs, or it does not answer in time. */
export function engineMemory(page: Page): Promise<{ models: number; tensors: number } | null> {
  return page.evaluate(async () => {
    const ask = (worker: Worker) =>
      new Promise<{ models: number; tensors: number } | null>((resolve) => {
        const id = `drive-${Math.random()}`;
        const timer = setTimeout(() => resolve(null), 20_000);
        worker.addEventListener('message', function heard({ data }) {
          if (data?.id !== id) return;
          worker.removeEventListener('message', heard);
          clearTimeout(timer);
          resolve(data.value?.ok ? data.value.value : null);
        });
        // As comlink asks: the page's own way to the worker is closed to others.
        worker.postMessage({ id, type: 'APPLY', path: ['memory'], argumentList: [] });
      });
    const [first] = window.driven.workers;
    return first ? ask(first) : null;
  });
}
