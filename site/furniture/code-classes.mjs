// The highlighter writes two colours onto every token. A class says the same in a tenth of the bytes; its colours stand in
// styles/text.css. A pair that is not in this list keeps its attribute.
const CLASSES = new Map([
  ['#023B95 #91CBFF', 'of-constant'],
  ['#A0111F #FF9492', 'of-keyword'],
  ['#622CBC #DBB7FF', 'of-function'],
  ['#032563 #ADDCFF', 'of-string'],
  ['#66707B #BDC4CC', 'of-comment'],
  ['#702C00 #FFB757', 'of-name'],
]);
/** The text's own colours, which a token has anyway. */
const PLAIN = '#0E1116 #F0F3F6';

const textOf = ({ value, children = [] }) => value ?? children.map(textOf).join('');
/** A line longer than that is broken on a phone, and then best behind a bracket. */
const LONG = 34;
/** A text in quotes up to that long is not broken at its hyphens: it has room on a screen of 320 px. */
const SHORT = 24;
/** The classes of lines that begin further in, `in-2`, `in-4` and so on, end here. */
const DEEPEST = 12;

/**
 * A transformer for Shiki: tokens named by classes instead of coloured by attributes, and lines that can be broken, of which
 * nothing has to be scrolled for (styles/code.css).
 */
export function codeClasses() {
  return {
    name: 'code-classes',
    span(node) {
      const style = String(node.properties.style ?? '');
      const [, light, dark] = /^--shiki-light:(#\w+);--shiki-dark:(#\w+)$/.exec(style) ?? [];
      const pair = `${light} ${dark}`;
      if (pair !== PLAIN && !CLASSES.has(pair)) return;
      delete node.properties.style;
      if (pair === PLAIN) return;
      this.addClassToHast(node, CLASSES.get(pair));
      const text = textOf(node);
      if (CLASSES.get(pair) === 'of-string' && text.includes('-') && text.length <= SHORT)
        this.addClassToHast(node, 'kept');
    },
    pre(node) {
      delete node.properties.tabindex;
    },
    line(node) {
      const text = textOf(node);
      const indent = /^ */.exec(text)[0].length;
      if (indent > 1) this.addClassToHast(node, `in-${Math.min(indent - (indent % 2), DEEPEST)}`);
      // Spans that say nothing any more are text.
      node.children = node.children.flatMap((child) =>
        child.tagName === 'span' && Object.keys(child.properties).length === 0
          ? child.children
          : [child],
      );
      if (text.length > LONG) breakable(node);
    },
  };
}

/** Puts a place to break at behind every opening bracket: nothing that is copied, and better than one amid a name. */
function breakable(node) {
  node.children = node.children.flatMap((child) => {
    if (child.type !== 'text') {
      breakable(child);
      return [child];
    }
    return child.value
      .split(/(?<=[([])(?=[^\s)\]])/)
      .flatMap((value, i) =>
        i > 0 ? [{ ...WBR }, { type: 'text', value }] : [{ type: 'text', value }],
      );
  });
}

const WBR = { type: 'element', tagName: 'wbr', properties: {}, children: [] };
