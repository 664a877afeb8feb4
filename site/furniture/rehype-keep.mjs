/** What stands in a line as a whole: browsers break a line behind it, even before a comma. */
const WHOLE = new Set(['math', 'Do', 'Tune']);
const SIGN = /^[,.;:!?)\]’”]+/;
/** A name of two parts, "ResNet-18" or "SPD-Conv": browsers break it behind its hyphen. */
const NAMED = /(\b[A-Z]\w+-(?:\d+|[A-Z]\w*)\b)/;

/** A formula, or a control in a sentence, and the comma or full stop behind it stay on one line; so does a name. */
export function rehypeKeep() {
  return keep;
}

const whole = (children) => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['kept'] },
  children,
});
const text = (value) => ({ type: 'text', value });

function keep(node) {
  if (!node.children || node.tagName === 'pre' || node.tagName === 'code') return;
  for (const child of node.children) keep(child);
  for (let i = 0; i + 1 < node.children.length; i++) {
    const [first, next] = node.children.slice(i, i + 2);
    const [signs] = (next.type === 'text' && SIGN.exec(next.value)) || [];
    if (!signs || !WHOLE.has(first.tagName ?? first.name)) continue;
    next.value = next.value.slice(signs.length);
    node.children[i] = whole([first, text(signs)]);
  }
  node.children = node.children.flatMap((child) =>
    child.type !== 'text' || !NAMED.test(child.value)
      ? [child]
      : child.value
          .split(NAMED)
          .map((part, i) => (i % 2 === 1 ? whole([text(part)]) : text(part)))
          .filter(({ value }) => value !== ''),
  );
}
