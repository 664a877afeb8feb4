// What the build does to our code so that it can be a guest in a page of somebody else.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { themes } from '#lib/figures/kit/themes.ts';
import { guestStyles, noGlobals, ownNames, ownRem } from '../../../site/strideless/foreign.mjs';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

describe('the styles of the shadow root', () => {
  const styles = guestStyles(read('site/styles/tokens.css'), read('site/strideless/guest.css'));

  it('have each colour of both themes, as the page’s colour scheme wants it', () => {
    for (const name of Object.keys(themes.light))
      expect(styles).toContain(
        `--${name}: light-dark(${themes.light[name]}, ${themes.dark[name]});`,
      );
    // Those of the light theme stand behind its name alone.
    expect(styles).toMatch(/\.home\[data-theme="light"\] \{ color-scheme: light; --paper: #fbfaf6/);
    expect(styles.match(/--paper: #fbfaf6/g)).toHaveLength(1);
    expect(styles).toMatch(
      /\.home:is\(\[data-theme="projector"\], \[data-layout="projector"\]\) \{[^}]*--rem: calc\(137\.5 \*/,
    );
  });

  it('say nothing of the page', () => {
    expect(styles).not.toMatch(/:root|html|body|@font-face|@import|undefined|font-size:/);
  });
});

it('sizes of type are the element’s own', () => {
  expect(
    ownRem('font: 0.875rem / 1.35 x; margin: -1.5rem .5rem 0; --remote: 1; width: 10rem'),
  ).toBe(
    'font: calc(0.875 * var(--rem, 16px)) / 1.35 x; margin: calc(-1.5 * var(--rem, 16px)) calc(.5 * var(--rem, 16px)) 0; --remote: 1; width: calc(10 * var(--rem, 16px))',
  );
});

it('elements inside have names that no page has given', () => {
  const source = `import './answer-status.ts'; html\`<answer-status></answer-status><spd-code>\`; '.over > lazy-part {'; code; customElements.define('lazy-part', Lazy)`;
  expect(ownNames(source)).toBe(
    `import './answer-status.ts'; html\`<strideless-answer-status></strideless-answer-status><strideless-code>\`; '.over > strideless-lazy-part {'; code; customElements.define('strideless-lazy-part', Lazy)`,
  );
});

it.each([
  '@lit/reactive-element/reactive-element.js',
  'lit-html/lit-html.js',
  'lit-element/lit-element.js',
])('%s leaves no variable in the page', (file) => {
  const source = read(`node_modules/${file}`);
  expect(source).toMatch(/Versions\?\?=/);
  expect(noGlobals(source)).not.toMatch(/(?:Versions|[mM]etadata)\?\?=|Symbol\.metadata/);
});
