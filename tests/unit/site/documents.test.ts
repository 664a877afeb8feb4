// What the documents say of folders, files and commands is there.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scripts } from '../../../package.json';

const documents = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' })
  .trim()
  .split('\n')
  .map((file): [string, string] => [file, readFileSync(file, 'utf8')]);
const all = documents.map(([, text]) => text).join('\n');

/** What `npm` is told to do, a word each. */
const asked = (text: string) =>
  [...text.matchAll(/npm (?:run )?([a-z][a-z:-]+)/g)].map(([, name]) => name);
/** Commands that npm has by itself. */
const OF_NPM = ['install'];
/** Those that others are made of: `npm test` and `npm start` are what one needs. */
const PARTS = ['dev', 'typecheck', 'lint', 'imports', 'test:unit', 'test:browser'];

it('finds documents and commands in them', () => {
  expect(documents.length).toBeGreaterThan(3);
  expect(asked(all).length).toBeGreaterThan(20);
});

describe.each(documents)('%s', (file, text) => {
  it('names commands that there are', () => {
    expect(asked(text).filter((name) => !(name in scripts) && !OF_NPM.includes(name))).toEqual([]);
  });

  it('names folders and files that there are', () => {
    // From the root or from where the document stands; what is made, and what stands for a name, is not there.
    const paths = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g)]
      .map(([, path]) => path)
      .filter((path) => !/[A-Z]{3,}|^(dist|\.cache|\.\.|runs|shards)\//.test(path));
    const places = ['.', dirname(file), 'components', 'tests', 'site/public/weights'];
    expect(paths.filter((path) => !places.some((place) => existsSync(join(place, path))))).toEqual(
      [],
    );
  });
});

it('every command of package.json is told of', () => {
  const told = asked(all);
  expect(
    Object.keys(scripts).filter((name) => !told.includes(name) && !PARTS.includes(name)),
  ).toEqual([]);
});
