// npm run snapshots: draws every figure and chart anew into tests/snapshots. Read the diff before you commit it.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, run } from './lib/machine.mjs';

// What is no longer drawn must not stay.
rmSync(join(root, 'tests', 'snapshots'), { recursive: true, force: true });
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
process.exit(run(node, [vitest, 'run', '--update', 'tests/unit/snapshots']));
