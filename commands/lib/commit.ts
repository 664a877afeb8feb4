import { execFileSync } from 'node:child_process';
import { root } from './machine.mjs';

/** The hash of the commit that is checked out; `unknown` outside a clone. */
export function commit(): string {
  try {
    const options = { cwd: root, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', ['rev-parse', 'HEAD'], options).trim();
  } catch {
    return 'unknown';
  }
}
