import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inlineScript } from '../../../site/furniture/inline-script.mjs';

const source = (name: string) => readFileSync(`site/furniture/${name}.js`, 'utf8');

it.each(['theme-early', 'scripts-late'])('%s stands in a page without its comments', (name) => {
  const script = inlineScript(source(name));
  expect(script).not.toMatch(/^\s|\/\/ /m);
  expect(script.length).toBeLessThan(source(name).length);
  expect(() => new Function(script)).not.toThrow();
});

it('a comment goes, an address in a string and the lines between stay', () => {
  expect(
    inlineScript("// Why.\n(() => {\n  // So.\n  go('https://a');\n\n  // Now.\n})();\n"),
  ).toBe("(() => {\ngo('https://a');\n})();\n");
});
