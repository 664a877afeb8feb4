import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from '@astrojs/compiler-rs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

// Words that a reader sees stand in content/words/LANGUAGE: none may stand in a template.

/** Attributes whose value is read out or shown. */
const SHOWN =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|alt|title|placeholder|label|summary|caption|heading|description|working|stopped|again)$/;

/** What is no word of a language. */
const ALLOWED = [
  // Names, and the field's own signs for its measures: the same in every language.
  'PyTorch',
  'BibTeX',
  'SPD-Conv',
  'YOLOv5-SPD-',
  'AP',
  // Part of an address that is shown.
  '/embed/',
];

const lists = (...patterns: string[]) =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...patterns], { encoding: 'utf8' })
    .trim()
    .split('\n');

/** The words of a text, entities and allowed names left out. */
function wordsOf(text: string): string {
  const words = text
    .replace(/&#?\w+;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return ALLOWED.includes(words) || !/\p{L}/u.test(words) ? '' : words;
}

type Node = Record<string, unknown> & { type: string };

/** What an expression may put into a page, as far as it is written out. */
function written(node: Node | null | undefined): string[] {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
    case 'ConditionalExpression':
      return [...written(node.consequent as Node), ...written(node.alternate as Node)];
    case 'LogicalExpression':
      return [...written(node.left as Node), ...written(node.right as Node)];
    case 'JSXExpressionContainer':
      return written(node.expression as Node);
    default:
      return [];
  }
}

/** Of each element of the tree: its own texts, and those of the attributes that are shown. */
function inMarkup(node: unknown, found: string[] = []): string[] {
  if (Array.isArray(node)) for (const one of node) inMarkup(one, found);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return found;
  const { type } = node as Node;
  const { name, value, children, openingElement } = node as Record<string, never>;
  if (type === 'JSXAttribute' && SHOWN.test((name as { name: string }).name ?? ''))
    found.push(...written(value as Node | undefined));
  const tag = (openingElement as { name?: { name?: string } } | undefined)?.name?.name;
  if (tag === 'script' || tag === 'style') return found;
  for (const child of (children as Node[] | undefined) ?? []) {
    if (child.type === 'JSXText') found.push(child.value as string);
    else if (child.type === 'JSXExpressionContainer') found.push(...written(child));
  }
  for (const part of Object.values(node)) inMarkup(part, found);
  return found;
}

/** The texts and shown attributes of the templates of Lit in a module. */
function inTemplates(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /^(html|svg)$/.test(node.tag.getText())) {
      const { template } = node;
      const markup = ts.isNoSubstitutionTemplateLiteral(template)
        ? template.text
        : template.head.text +
          template.templateSpans.map(({ literal }) => `\0${literal.text}`).join('');
      for (const [, name, value] of markup.matchAll(/([\w-]+)="([^"]*)"/g))
        if (SHOWN.test(name)) found.push(...value.split('\0'));
      found.push(
        ...markup
          .replace(/<!--.*?-->/gs, '')
          .replace(/<[^>]*>/g, '\0')
          .split('\0'),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}

describe('templates hold no words of their own', () => {
  it('is a test that can fail', () => {
    const { ast } = parse(
      '---\nconst a = 1;\n---\n<p title="One">two {a} <b>{a ? "three" : "four"}</b>{[a].map(() => <i>five</i>)}</p><style>p { color: red }</style>',
    );
    expect(inMarkup(ast).map(wordsOf).filter(Boolean).sort()).toEqual(
      ['One', 'two', 'three', 'four', 'five'].sort(),
    );
    const module = 'const a = html`<p class="b" title="One">two <!-- no --></p>`;';
    expect(inTemplates(module).map(wordsOf).filter(Boolean)).toEqual(['One', 'two']);
  });

  it.each(lists('site/**/*.astro', 'components/**/*.astro'))('%s', (file) => {
    const { ast } = parse(readFileSync(file, 'utf8'));
    expect(inMarkup(ast).map(wordsOf).filter(Boolean)).toEqual([]);
  });

  it.each(lists('components/**/*.ts', 'site/**/*.ts'))('%s', (file) => {
    expect(inTemplates(readFileSync(file, 'utf8')).map(wordsOf).filter(Boolean)).toEqual([]);
  });
});
