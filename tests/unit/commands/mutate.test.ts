import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '#commands/mutate/campaign.ts';
import { EQUIVALENT, equivalence } from '#commands/mutate/equivalent.ts';
import { type Site, SWITCH, sitesOf, withFaults } from '#commands/mutate/sites.ts';
import { row, sample, scores } from '#commands/mutate.ts';

const faults = (source: string) => sitesOf('a.ts', source).map(({ what }) => what);

/** What `source`, an expression, gives with the fault `what` on. */
function spoilt(source: string, what: string): unknown {
  const sites = sitesOf('a.ts', source);
  const ids = sites.map((_, i) => i + 1);
  const on = sites.findIndex((site) => site.what === what) + 1;
  expect(on, `${what}: none of ${faults(source).join('; ')}`).toBeGreaterThan(0);
  return run(withFaults('a.ts', source, ids), on);
}

function run(source: string, on: number): unknown {
  Object.assign(globalThis, { [SWITCH]: (id: number) => id === on });
  try {
    // biome-ignore lint/security/noGlobalEval: the text is the test's own
    return globalThis.eval(stripTypeScriptTypes(source, { mode: 'strip' }));
  } finally {
    Reflect.deleteProperty(globalThis, SWITCH);
  }
}

describe('faults', () => {
  it('stand in operators, literals, arguments, conditions and statements', () => {
    expect(spoilt('7 + 2', '+ becomes -')).toBe(5);
    expect(spoilt('2 < 2', '< becomes <=')).toBe(true);
    expect(spoilt('[3, 4][1]', '1 becomes 0')).toBe(3);
    expect(spoilt('Math.pow(2, 3)', 'arguments 1 and 2 change places')).toBe(9);
    expect(spoilt('Math.max(2, 3)', '.max becomes .min')).toBe(2);
    expect(spoilt('let a = 1; if (a) a = 5; a', 'the condition is turned round')).toBe(1);
    expect(spoilt('let b = 1; b = 2; b', 'the statement is left out')).toBe(1);
    expect(spoilt('true ? "yes" : "no"', 'the branches change places')).toBe('no');
    expect(spoilt('[1, 2].filter((n) => n > 1).length', '.filter() is left out')).toBe(2);
  });

  it('leave the program as it was while they are off, nested ones too', () => {
    const source = `const f = (n: number): string => { let s = 0; for (let i = 0; i < n; i++) { if (i % 2 === 0) continue; s += -i * 2; } return \`s\${Math.abs(s)}\`; }; f(6)`;
    const ids = sitesOf('a.ts', source).map((_, i) => i + 1);
    expect(ids.length).toBeGreaterThan(10);
    expect(run(withFaults('a.ts', source, ids), 0)).toBe('s18');
  });

  it('stay away from types, imports, names, words that are thrown and swaps that change nothing', () => {
    expect(faults("import x from 'y'; type A = 1 | 'two'; interface B { c: true }")).toEqual([]);
    expect(faults("const o = { 'a-b': x };")).toEqual([]);
    expect(faults("throw new RangeError('no ' + x, cause);")).toEqual([
      'nothing is thrown',
      '+ becomes -',
    ]);
    expect(faults('Math.max(a, b);')).toEqual(['the statement is left out', '.max becomes .min']);
    expect(faults('a?.b(c, d);')).toEqual(['the statement is left out']);
  });

  it('that read the same in one file are told apart', () => {
    const sites = sitesOf('a.ts', 'a + b;\na + b;').filter(({ what }) => what === '+ becomes -');
    expect(sites.map(({ line, nth }) => [line, nth])).toEqual([
      [1, 0],
      [2, 1],
    ]);
  });
});

it('every fault of the list of those that change nothing is one that can be set', () => {
  for (const one of EQUIVALENT) {
    const sites = sitesOf(one.file, readFileSync(one.file, 'utf8'));
    const reasons = sites.map(equivalence).filter((reason) => reason === one.reason);
    expect(reasons, `${one.file}: ${one.what}: ${one.from}`).not.toEqual([]);
  }
});

describe('a sample', () => {
  const sites = sitesOf('a.ts', Array.from({ length: 50 }, (_, i) => `a(${i + 2});`).join('\n'));

  it('is the same for the same seed, another for another, and in reading order', () => {
    const drawn = sample(sites, 20, 1);
    expect(drawn).toHaveLength(20);
    expect(sample(sites, 20, 1)).toEqual(drawn);
    expect(sample(sites, 20, 2)).not.toEqual(drawn);
    expect(drawn.map((site) => sites.indexOf(site))).toEqual(
      drawn.map((site) => sites.indexOf(site)).toSorted((a, b) => a - b),
    );
  });

  it('that is larger than the whole is the whole', () => {
    expect(sample(sites, 1000, 1)).toEqual(sites);
  });
});

describe('the score', () => {
  const one = (file: string, state: Outcome['state']): Outcome => {
    const site: Site = { file, line: 1, what: 'x', from: 'y', nth: 0 };
    return { ...site, state };
  };
  const outcomes = [
    one('lib/a/x.ts', 'killed'),
    one('lib/a/x.ts', 'survived'),
    one('lib/a/y.ts', 'hung'),
    one('lib/b/z.ts', 'untouched'),
  ];

  it('is given for each file and each folder; what hangs is noticed, what no test runs is not', () => {
    expect(scores(outcomes).map(({ name, killed, score }) => [name, killed, score])).toEqual([
      ['lib/a/x.ts', 1, 50],
      ['lib/a/y.ts', 1, 100],
      ['lib/a/', 2, (100 * 2) / 3],
      ['lib/b/z.ts', 0, 0],
      ['lib/b/', 0, 0],
    ]);
    const all = row('all', outcomes);
    expect(all).toMatchObject({ faults: 4, killed: 2, survived: 2, untouched: 1, score: 50 });
  });
});
