import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { shippedWeights } from './commands/lib/shipped-weights.mjs';
import { yamlData } from './commands/lib/yaml-data.mjs';

export default defineConfig({
  plugins: [yamlData, shippedWeights()],
  test: {
    include: ['tests/unit/**/*.test.ts'],
    setupFiles: ['tests/unit/setup/say.ts'],
    testTimeout: 20_000,
    // All cores: by itself vitest leaves one to its own process, which has little to do; of two, that is half.
    maxWorkers: availableParallelism(),
    // A worker keeps its modules from one file of tests to the next: to evaluate them anew took a quarter of the time.
    isolate: false,
  },
});
