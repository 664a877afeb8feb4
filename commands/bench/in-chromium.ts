import { readFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { type BundleServer, serveBundle } from '../lib/bundle.ts';
import { installChromium } from '../lib/machine.mjs';
import { type Case, onnxFile, title } from './cases.ts';
import type { Start, Who } from './in-node.ts';
import { networkOf } from './network.ts';
import type { Timed, Versus } from './page/page.ts';
import type { Patience } from './statistics.ts';

/** As the browser tests have them: WebGL and WebGPU by SwiftShader, a graphics card in software. */
const FLAGS = [
  ...['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  ...['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--enable-unsafe-webgpu'],
  ...['--use-webgpu-adapter=swiftshader', '--enable-features=Vulkan', '--use-vulkan=swiftshader'],
];

/** Longest time for a measurement in a page, milliseconds: graphics in software may take minutes for a pass. */
const LIMIT = { wasm: 90_000, webgl: 120_000, webgpu: 240_000 } as const;

/** A start in a page: `bytes` is the memory of the page's process at most, `downloaded` what came over the wire. */
export interface PageStart extends Start {
  downloaded: number;
}

/**
 * Chromium with the bench's page. Every measurement has a browser of its own: the process that plays the graphics card
 * belongs to all pages of a browser, and what one network left behind in it slowed the next down.
 */
export class Pages {
  private readonly server: BundleServer;

  private constructor(server: BundleServer) {
    this.server = server;
  }

  static async open(cases: readonly Case[]): Promise<Pages> {
    const files = new Map<string, Uint8Array | string>();
    for (const one of cases) {
      const { graph, form, weights, onnx, input, planar } = networkOf(one);
      const name = title(one);
      files.set(`${name}.json`, JSON.stringify({ graph, form }));
      files.set(`${name}.safetensors`, new Uint8Array(weights));
      files.set(`${name}.onnx`, new Uint8Array(onnx));
      files.set(`${name}-webgl.onnx`, readFileSync(onnxFile(one, { webgl: true })));
      files.set(`${name}.nhwc`, new Uint8Array(input.buffer));
      files.set(`${name}.nchw`, new Uint8Array(planar.buffer));
    }
    const root = new URL('page', import.meta.url).pathname;
    const server = await serveBundle(root, files, { compress: true });
    return new Pages(server);
  }

  start(one: Case, who: Who, backend: Timed): Promise<PageStart> {
    return this.inPage(backend, async (page) => {
      const milliseconds = await page.evaluate(
        ([who, name, backend]) => window.bench.start(who, name, backend),
        [who, title(one), backend] as const,
      );
      return { milliseconds, bytes: await this.peak(page), downloaded: this.server.sent() };
    });
  }

  versus(one: Case, backend: Timed, patience: Patience): Promise<Versus> {
    return this.inPage(backend, (page) =>
      page.evaluate(([name, backend, patience]) => window.bench.versus(name, backend, patience), [
        title(one),
        backend,
        patience,
      ] as const),
    );
  }

  forms(one: Case, backend: Timed, patience: Patience): Promise<Versus> {
    return this.inPage(backend, (page) =>
      page.evaluate(([name, backend, patience]) => window.bench.forms(name, backend, patience), [
        title(one),
        backend,
        patience,
      ] as const),
    );
  }

  close(): void {
    this.server.close();
  }

  private async inPage<T>(backend: Timed, work: (page: Page) => Promise<T>): Promise<T> {
    const browser = await chromium.launch({ executablePath: installChromium(), args: FLAGS });
    const page = await browser.newPage();
    this.server.sent();
    await page.goto(this.server.url);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const fault = new Error(`not done within ${LIMIT[backend] / 1000} seconds`);
      timer = setTimeout(() => reject(fault), LIMIT[backend]);
    });
    const done = work(page);
    // The browser is closed under work that comes too late.
    done.catch(() => undefined);
    try {
      return await Promise.race([done, late]);
    } finally {
      clearTimeout(timer);
      await browser.close();
    }
  }

  /** The largest resident size that any of the browser's page processes had. */
  private async peak(page: Page): Promise<number> {
    const session = await page.context().browser()!.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    const sizes = processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => {
        const status = readFileSync(`/proc/${id}/status`, 'utf8');
        return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
      });
    return Math.max(...sizes);
  }
}
