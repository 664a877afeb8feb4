import { defineConfig } from 'vitest/config';
import { shippedWeights } from './commands/lib/shipped-weights.mjs';
import { yamlData } from './commands/lib/yaml-data.mjs';

export default defineConfig({
  plugins: [yamlData, shippedWeights()],
  test: { include: ['tests/unit/**/*.test.ts'], testTimeout: 20_000 },
});
