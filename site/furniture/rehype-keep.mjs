/** What stands in a line as a whole: browsers break a line behind it, even before a comma. */
const WHOLE = new Set(['math', 'Do', 'Tune']);
const SIGN = /^[,.;:!?)\]’”]+/;

/** A formula, or a control in a sentence, and the comma or full stop behind it stay on one line. */
export function rehypeKeep() {
  return keep;
}

function keep(node) {
  for (const child of node.children ?? []) keep(child);
  for (let i = 0; i + 1 < (node.children?.length ?? 0); i++) {
    const [whole, text] = node.children.slice(i, i + 2);
    const [signs] = (text.type === 'text' && SIGN.exec(text.value)) || [];
    if (!signs || !WHOLE.has(whole.tagName ?? whole.name)) continue;
    text.value = text.value.slice(signs.length);
    node.children[i] = {
      type: 'element',
      tagName: 'span',
      properties: { className: ['kept'] },
      children: [whole, { type: 'text', value: signs }],
    };
  }
}
