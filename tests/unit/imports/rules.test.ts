import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import { forbidden } from '../../../.dependency-cruiser.mjs';

const folder = mkdtempSync(join(tmpdir(), 'imports-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The rules that files break which hold just these texts, as `rule: from -> to`. */
async function broken(files: Record<string, string>): Promise<string[]> {
  rmSync(folder, { recursive: true });
  const all = { 'package.json': '{"imports":{"#lib/*":"./lib/*"}}', ...files };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const { output } = await cruise(['.'], {
    baseDir: folder,
    ruleSet: { forbidden },
    tsPreCompilationDeps: true,
    validate: true,
  });
  const { violations } = (output as ICruiseResult).summary;
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

describe('the rules of imports', () => {
  test.each([
    ['lib-below-all', 'lib/model/a.ts', 'components/kit/b.ts'],
    ['components-below-site', 'components/lab/a.ts', 'site/b.ts'],
    ['site-below-commands', 'site/a.ts', 'commands/b.ts'],
    ['tests-on-top', 'commands/a.ts', 'tests/b.ts'],
    ['content-says', 'content/words/en/a.ts', 'lib/model/b.ts'],
    ['lib-gets-its-words', 'lib/figures/a.ts', 'content/words/en/b.ts'],
    ['lib-reads-architectures', 'lib/figures/a.ts', 'content/results/b.ts'],
    ['siblings-apart', 'components/lab/a.ts', 'components/flow/b.ts'],
    ['siblings-apart', 'components/kit/a.ts', 'components/flow/b.ts'],
    ['every-component-in-a-folder', 'site/a.ts', 'components/b.ts'],
    ['lib-order-model', 'lib/model/a.ts', 'lib/engine/b.ts'],
    ['lib-order-detection', 'lib/detection/a.ts', 'lib/engine/b.ts'],
    ['lib-order-unknown', 'lib/attic/a.ts', 'lib/model/b.ts'],
  ])('%s: %s may not import %s', async (rule, from, to) => {
    const path = posix.relative(posix.dirname(from), to);
    const files = {
      [from]: `import { b } from '${path}';\nb();`,
      [to]: 'export const b = () => 1;',
    };
    expect(await broken(files)).toContain(`${rule}: ${from} -> ${to}`);
  });

  test('a type is an import too, in a cycle as elsewhere, and so is a file called by its room', async () => {
    const a = { 'lib/model/a.ts': "import type { B } from './b.ts';\nexport type A = B[];" };
    const b = { 'lib/model/b.ts': "import type { A } from './a.ts';\nexport type B = A[];" };
    expect(await broken({ ...a, ...b })).toContain('no-cycle: lib/model/a.ts -> lib/model/b.ts');
    const up = { 'lib/spd/up.ts': "import type { A } from '#lib/model/a.ts';\nexport type C = A;" };
    const flat = { 'lib/model/a.ts': 'export type A = number;' };
    expect(await broken({ ...flat, ...up })).toContain(
      'lib-order-spd: lib/spd/up.ts -> lib/model/a.ts',
    );
  });

  test('what leads nowhere is no way round', async () => {
    const files = { 'lib/model/a.ts': "import { b } from '#lib/gone/b.ts';\nb();" };
    expect(await broken(files)).toContain('no-dead-end: lib/model/a.ts -> #lib/gone/b.ts');
  });

  test('downwards all is well', async () => {
    const files = {
      'site/page.ts': "import { lab } from '../components/lab/lab.ts';\nlab();",
      'components/lab/lab.ts': "import { b } from '../kit/b.ts';\nexport const lab = b;",
      'components/kit/b.ts':
        "import { net } from '#lib/model/net.ts';\nexport const b = () => net;",
      'lib/model/net.ts': "import { one } from '#lib/spd/one.ts';\nexport const net = one;",
      'lib/spd/one.ts': 'export const one = 1;',
      'content/words/en/lab.ts':
        "import type { Net } from '#lib/model/net.ts';\nexport type N = Net;",
    };
    expect(await broken(files)).toEqual([]);
  });
});

/** The imports of an .astro file, in its frontmatter and its scripts, as paths from the root; packages are left out. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const parts = text.matchAll(/^---\n(.*?)^---$|<script[^>]*>(.*?)<\/script>/gms);
  return [...parts]
    .flatMap(([, frontmatter, script]) => [frontmatter ?? '', script ?? ''])
    .flatMap((code) => ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName))
    .filter((name) => /^[.#]/.test(name))
    .map((name) => (name[0] === '#' ? name.slice(1) : posix.join(dirname(file), name)))
    .map((path) => path.replace(/\?.*$/, ''));
}

/** The rules of folders that an import breaks: those that look at paths alone. */
function broke(from: string, to: string): string[] {
  return forbidden
    .filter(({ to }) => !to.circular && !to.couldNotResolve)
    .filter((rule) => {
      const found = new RegExp(rule.from.path ?? '').exec(from);
      if (!found || (rule.from.pathNot && new RegExp(rule.from.pathNot).test(from))) return false;
      const filled = (pattern: string) => new RegExp(pattern.replace('$1', found[1] ?? ''));
      const { path = '', pathNot } = rule.to;
      return filled(path).test(to) && !(pathNot && filled(pathNot).test(to));
    })
    .map(({ name }) => name);
}

describe('the same rules in .astro files', () => {
  test('a page, a component and a sibling are told apart', () => {
    expect(broke('components/lab/A.astro', 'components/flow/b.ts')).toEqual(['siblings-apart']);
    expect(broke('components/lab/A.astro', 'components/lab/b.ts')).toEqual([]);
    expect(broke('components/lab/A.astro', 'components/kit/b.ts')).toEqual([]);
    expect(broke('components/lab/A.astro', 'site/b.ts')).toEqual(['components-below-site']);
  });

  const files = ['components', 'site'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.astro'))
      .map((file) => join(root, file)),
  );

  test('their imports are found', () => {
    expect(importsOf('site/layouts/Base.astro').length).toBeGreaterThan(3);
    expect(files.length).toBeGreaterThan(40);
  });

  test('every .astro file imports downwards', () => {
    const faults = files.flatMap((from) =>
      importsOf(from).flatMap((to) => broke(from, to).map((rule) => `${rule}: ${from} -> ${to}`)),
    );
    expect(faults).toEqual([]);
  });
});

test('lib reaches for no page by way of globalThis either, which the linter does not see', () => {
  const page = /globalThis\.(document|window|location|navigator|history)\b/;
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => page.test(readFileSync(join('lib', file), 'utf8')));
  expect(files).toEqual(['engine/backends.ts']);
});
