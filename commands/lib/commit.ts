import { execFileSync } from 'node:child_process';
import { root } from './machine.mjs';

/** The hash of the commit that is checked out; `unknown` outside a clone. */
export function commit(): string {
  try {
    return String(execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root })).trim();
  } catch {
    return 'unknown';
  }
}
