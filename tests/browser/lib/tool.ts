import { spawnSync } from 'node:child_process';

/** A minute: LibreOffice takes its time when it is started for the first time. */
const LIMIT = 60_000;

/**
 * What a program of the machine prints; undefined where there is no such program, so that a test says less there.
 *
 * @throws Error where it ends with a fault
 */
export function toolSays(program: string, args: readonly string[]): string | undefined {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: LIMIT,
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return undefined;
  if (error) throw error;
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}
