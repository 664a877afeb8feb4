import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/** A minute: LibreOffice takes its time when it is started for the first time. */
const LIMIT = 60_000;

/**
 * What a program of the machine prints; undefined where there is no such program, so that a test says less there.
 *
 * @throws Error where it ends with a fault
 */
export function toolSays(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): string | undefined {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: LIMIT,
    env: { ...process.env, ...environment },
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return undefined;
  if (error) throw error;
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}

/** What the pages of a PDF file say, which is written to `path`; undefined where there is no program that reads them. */
export function pagesOf(pdf: Uint8Array, path: string): string[] | undefined {
  writeFileSync(path, pdf);
  return toolSays('pdftotext', ['-layout', path, '-'])?.split('\f').slice(0, -1);
}
