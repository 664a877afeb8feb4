// Graphics contexts of a worker, so that a test can take them away.
import type { Worker } from '@playwright/test';

/** Keeps whatever contexts the worker makes from now on. */
export async function keepContexts(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const original = OffscreenCanvas.prototype.getContext;
    const contexts: WebGL2RenderingContext[] = [];
    Object.assign(self, { contexts });
    OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...args: unknown[]) {
      const context = Reflect.apply(original, this, args) as WebGL2RenderingContext | null;
      if (context) contexts.push(context);
      return context;
    } as typeof original;
  });
}

/** Takes away those that {@link keepContexts} has kept. */
export async function loseContexts(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const { contexts } = self as unknown as { contexts: WebGL2RenderingContext[] };
    for (const context of contexts) context.getExtension('WEBGL_lose_context')?.loseContext();
  });
}
