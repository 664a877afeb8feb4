import { defineConfig } from '@playwright/test';
import { flags } from './commands/lib/chromium.mjs';
import { findChromium } from './commands/lib/machine.mjs';

// The same tests' smaller part runs once more on a build under a sub-path (commands/test.mjs sets these).
const folder = process.env.SITE_FOLDER ?? 'dist';
const base = process.env.SITE_BASE ?? '/';
const port = Number(process.env.SITE_PORT ?? (base === '/' ? 4331 : 4332));

const webgpuFlags = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  '--use-vulkan=swiftshader',
];
const executablePath = findChromium();

export default defineConfig({
  testDir: './tests/browser',
  outputDir: './test-results',
  fullyParallel: true,
  // Half a minute each on two cores: every way that a loss of the graphics, a worker or a typeface can go. CI runs them.
  grepInvert: process.env.LONG_TESTS === '0' ? /@long/ : [],
  forbidOnly: true,
  workers: 2,
  // Two busy cores miss a moment now and then; a test that needed its second try is printed as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}${base}`,
    // Every test begins with an empty cache; the tests of reading offline let the service worker in.
    serviceWorkers: 'block',
    launchOptions: { executablePath, args: flags },
    trace: 'on-first-retry',
  },
  projects:
    base === '/'
      ? [
          { name: 'site', testIgnore: ['engine.spec.ts', 'sub-path.spec.ts'] },
          {
            name: 'webgpu',
            testMatch: 'engine.spec.ts',
            use: { launchOptions: { executablePath, args: [...flags, ...webgpuFlags] } },
          },
        ]
      : [{ name: 'sub-path', testMatch: ['sub-path.spec.ts', 'links.spec.ts'] }],
  webServer: {
    command: `node commands/lib/serve.mjs ${folder} ${port} ${base}`,
    url: `http://localhost:${port}${base}`,
    reuseExistingServer: false,
  },
});
