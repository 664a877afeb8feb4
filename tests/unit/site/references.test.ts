import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { address, authors, ended, parseBibtex, shortName } from '#components/text/references.ts';

const entry = `@article{key1,
  author = {M{\\"u}ller, Anna and Lee, Bo and Ray, C.},
  title = {On {CNN}s -- and a\\_b},
  year = {2020},
  doi = {10.1/x_y}
}`;

describe('BibTeX', () => {
  const reference = parseBibtex(entry).get('key1')!;

  test('reads fields, accents, inner braces and dashes', () => {
    expect(reference.fields.title).toBe('On CNNs – and a_b');
    expect(authors(reference)).toEqual(['Anna Müller', 'Bo Lee', 'C. Ray']);
    expect(reference.source).toBe(entry);
  });
  test('names a work as the text does, and says where it can be read', () => {
    expect(shortName(reference)).toBe('Müller et al. 2020');
    expect(address(reference)).toBe('https://doi.org/10.1/x_y');
  });
  test('names what is wrong', () => {
    expect(() => parseBibtex(entry + entry)).toThrow('the key key1 occurs twice');
    expect(() => parseBibtex('@misc{a, title = {never')).toThrow(
      /^BibTeX: expected "text", got EOF at line 1 col 24/,
    );
  });
  test('knows persons, institutions and lists', () => {
    const of = (fields: string) => parseBibtex(`@misc{a,\n ${fields}}`).get('a')!;
    expect(
      authors(of('author = {Hinton, Geoffrey E. and van den Berg, Jan and {Open Source Lab}}')),
    ).toEqual(['Geoffrey E. Hinton', 'Jan van den Berg', 'Open Source Lab']);
    expect(shortName(of('author = {{Open Source Lab}}, year = 2021'))).toBe('Open Source Lab 2021');
    const { fields } = of('publisher = {Springer}, url = {https://a.b/c_d~e%20f}, pages = {3--4}');
    expect(fields).toEqual({ publisher: 'Springer', url: 'https://a.b/c_d~e%20f', pages: '3–4' });
  });
  test('every entry of the site has authors, a title and an address', () => {
    const all = parseBibtex(readFileSync('content/references/references.bib', 'utf8'));
    expect(all.size).toBeGreaterThan(10);
    for (const work of all.values()) {
      expect(authors(work).length, work.key).toBeGreaterThan(0);
      expect(work.fields.title, work.key).toBeTruthy();
      expect(address(work), work.key).toMatch(/^https:\/\//);
    }
  });
  test('every entry is cited in some chapter’s text, and a chapter lists each work that its text cites', () => {
    const sources = new Map(
      readdirSync('content/results/cited').map((name) => [
        name.replace('.json', ''),
        JSON.parse(readFileSync(`content/results/cited/${name}`, 'utf8')).reference as string,
      ]),
    );
    const cited = readdirSync('content/chapters').flatMap((name) => {
      const text = readFileSync(`content/chapters/${name}`, 'utf8');
      const listed = text.match(/^references: \[(.*)\]$/m)![1].split(', ');
      const named = [
        ...[...text.matchAll(/<(?:Ref id|Quote from)="([^"]+)"/g)].map(([, key]) => key),
        ...[...text.matchAll(/<Num source="([^"]+)"/g)].map(([, file]) => sources.get(file)!),
      ];
      for (const key of named) expect(listed, `${name} cites ${key}`).toContain(key);
      return named;
    });
    const all = parseBibtex(readFileSync('content/references/references.bib', 'utf8'));
    expect([...all.keys()].filter((key) => !cited.includes(key))).toEqual([]);
  });
});

test('a title that ends with a sign of its own gets no full stop', () => {
  expect(['Is it?', 'It is!', 'No. 3.', 'A title', 'A (second) one'].map(ended)).toEqual([
    '',
    '',
    '',
    '.',
    '.',
  ]);
});
