import { globSync, readFileSync } from 'node:fs';
import postcss, { type ChildNode, type Container } from 'postcss';
import { expect, it } from 'vitest';
import { lean } from '../../../site/integrations/lean-templates.mjs';

it('styles lose comments and spaces, and say the same', () => {
  const source = `css\`
    /* Two
       lines. */
    :host(:not([held])) .a > b:hover,
    .c :focus-visible {
      content: '▸ : , { ' / '';
      margin: 0 4px;
      width: calc(100% - 2 * (1px + 3px));
    }
    @media (min-width: 40rem) and (max-width: 64rem) {
      ::slotted(p) { color: var(--ink, red); }
    }
  \``;
  expect(lean(source)).toBe(
    "css`:host(:not([held])) .a > b:hover,.c :focus-visible{content:'▸ : , { ' / '';margin:0 4px;width:calc(100% - 2 * (1px + 3px))}@media (min-width:40rem) and (max-width:64rem){::slotted(p){color:var(--ink,red)}}`",
  );
});

it('what is no style keeps its words, and the line breaks between them', () => {
  expect(lean('html`<p>a: b,  c; /* d */\n      <b>e</b></p>`')).toBe(
    'html`<p>a: b,  c; /* d */\n<b>e</b></p>`',
  );
});

/** What styles say: each rule and declaration in its order, spaces between its words aside. */
function said(styles: string): string[] {
  const one = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll(/([,:]) /g, '$1');
  const of = (parent: Container): string[] =>
    (parent.nodes as ChildNode[]).flatMap((node) => {
      if (node.type === 'comment') return [];
      if (node.type === 'decl') return [`${node.prop}:${one(node.value)}${node.important ?? ''}`];
      const head = node.type === 'rule' ? node.selector : `@${node.name} ${one(node.params)}`;
      return [one(head), ...('nodes' in node && node.nodes ? of(node as Container) : []), 'end'];
    });
  return of(postcss.parse(styles));
}

it('the styles of every widget say the same when they are lean', () => {
  const styles = (code: string) => [...code.matchAll(/\bcss`([^`]*)`/g)].map(([, text]) => text);
  let count = 0;
  for (const file of globSync('components/**/*.ts')) {
    const code = readFileSync(file, 'utf8');
    const [before, after] = [styles(code), styles(lean(code))];
    expect(after.map(said), file).toEqual(before.map(said));
    count += before.length;
  }
  expect(count).toBeGreaterThan(40);
});
