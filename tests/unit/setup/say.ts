// `toSay`: what a fault says in English, asked of the fault or of a function that throws it. lib itself has no words.
import { expect } from 'vitest';
import { faults } from '#content/words/en/faults.ts';
import { inWords, isSaid } from '#lib/faults/index.ts';

/** The sentence of what was thrown, or of something to be said. */
export function sentence(given: unknown): string {
  if (typeof given === 'string') return given;
  const said = isSaid(given) ? given : (given as { said?: unknown } | undefined)?.said;
  if (isSaid(said)) return inWords(said, faults);
  throw new TypeError(`${given} says nothing`);
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new TypeError('nothing was thrown');
}

expect.extend({
  toSay(received: unknown, expected: string | RegExp) {
    const found = sentence(
      typeof received === 'function' ? thrownBy(received as () => unknown) : received,
    );
    return {
      pass: typeof expected === 'string' ? found.includes(expected) : expected.test(found),
      message: () => `expected “${found}” ${this.isNot ? 'not ' : ''}to say “${expected}”`,
    };
  },
});

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** The fault says so: a part of its sentence, or a pattern of it. */
    toSay(expected: string | RegExp): R;
  }
}
