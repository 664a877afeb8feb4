import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Programs as the chapters print them, run as they stand.
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
export function output(file: string, code: string): string {
  const path = join(folder, file);
  writeFileSync(path, code);
  const js = file.endsWith('.mjs');
  const { status, stdout, stderr } = spawnSync(
    js ? process.execPath : python,
    [...(js ? nodeOptions : []), path],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
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
