/** What a margin note can stand beside. */
const BESIDE = new Set(['p', 'ul', 'ol', 'math']);

/**
 * A margin note is written before what it belongs to, so that both begin at one height. Together in a box, it comes after it
 * where there is no margin (styles/page.css).
 */
export function rehypeNoted() {
  return noted;
}

const isBlank = ({ type, value }) => type === 'text' && value.trim() === '';
const isNote = ({ name }) => name === 'Note';
const box = (children) => ({
  type: 'element',
  tagName: 'div',
  properties: { className: ['noted'] },
  children,
});

function noted(node) {
  if (!node.children) return;
  for (const child of node.children) noted(child);
  if (!node.children.some(isNote)) return;
  const children = node.children.filter((child) => !isBlank(child));
  node.children = children.flatMap((child, i) => {
    if (isNote(child) && BESIDE.has(children[i + 1]?.tagName)) return [];
    return i > 0 && isNote(children[i - 1]) && BESIDE.has(child.tagName)
      ? [box([children[i - 1], child])]
      : [child];
  });
}
