import { defineConfig } from 'vitest/config';
import { yamlData } from './commands/lib/yaml-data.mjs';

export default defineConfig({
  plugins: [yamlData],
  test: { include: ['tests/unit/**/*.test.ts'], testTimeout: 20_000 },
});
