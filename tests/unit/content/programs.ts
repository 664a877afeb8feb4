import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { vi } from 'vitest';

// Programs as the chapters print them, run as they stand. On a busy machine PyTorch alone takes half a minute to start.
vi.setConfig({ testTimeout: 180_000 });

const folder = '.cache/snippets';
mkdirSync(folder, { recursive: true });

/** The code block of a chapter whose first line is `// title` or `# title` and that holds `containing`. */
export function program(chapter: string, title: string, containing: string): string {
  const text = readFileSync(`content/chapters/${chapter}.mdx`, 'utf8');
  const blocks = [...text.matchAll(/```(?:js|python)\n([\s\S]*?)```/g)].map(([, code]) => code);
  const found = blocks.filter(
    (code) => /^(?:\/\/|#) (.*)/.exec(code)?.[1].startsWith(title) && code.includes(containing),
  );
  if (found.length !== 1)
    throw new Error(
      `${chapter} has ${found.length} blocks titled “${title}” that hold “${containing}”`,
    );
  return found[0];
}

// TensorFlow.js leaves the ending off its own imports; a bundler adds it, Node does not.
export const ENDINGS = `import { registerHooks } from 'node:module';
registerHooks({
  resolve(name, context, next) {
    try {
      return next(name, context);
    } catch {
      return next(name + '.js', context);
    }
  },
});`;
const nodeOptions = ['--import', `data:text/javascript,${encodeURIComponent(ENDINGS)}`];

/** The Python that runs the programs: $PYTHON, or the machine's. */
export const python = process.env.PYTHON ?? 'python3';

/** What a program prints. `file` ends in .mjs or .py. */
export async function output(file: string, code: string): Promise<string> {
  if (file.endsWith('.py')) return runPython(code);
  const path = join(folder, file);
  writeFileSync(path, code);
  return (await promisify(execFile)(process.execPath, [...nodeOptions, path])).stdout;
}

// One Python for all programs of a test file, since importing PyTorch takes seconds. It reads a program a line, as JSON,
// and answers with a line: what was printed, and the error if there was one.
const SERVER = `import contextlib, io, json, sys, traceback
for line in sys.stdin:
    printed, error = io.StringIO(), None
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(json.loads(line), 'program', 'exec'), {})
    except Exception:
        error = traceback.format_exc()
    print(json.dumps([printed.getvalue(), error]), flush=True)
`;
let server: { process: ChildProcess; lines: AsyncIterator<string> } | undefined;

function startPython() {
  const process = spawn(python, ['-c', SERVER], { stdio: ['pipe', 'pipe', 'inherit'] });
  process.unref();
  const lines = createInterface({ input: process.stdout })[Symbol.asyncIterator]();
  return { process, lines };
}

/** Not for two programs at the same time. */
async function runPython(code: string): Promise<string> {
  server ??= startPython();
  server.process.stdin?.write(`${JSON.stringify(code)}\n`);
  const { value, done } = await server.lines.next();
  if (done) throw new Error(`${python} ended`);
  const [printed, error] = JSON.parse(value) as [string, string | null];
  if (error) throw new Error(error);
  return printed;
}

/** Whether this machine's Python has the module. */
export function has(module: string): boolean {
  const code = `import importlib.util, sys; sys.exit(importlib.util.find_spec('${module}') is None)`;
  return spawnSync(python, ['-c', code]).status === 0;
}

/** The whole and decimal numbers of a text. */
export function numbers(text: string): number[] {
  return (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
}
