/** "8 × 8 × 3", "1 2 1", "stride 2" and "chapter 4" stay on one line: their spaces don't break, nor do those of a bet's question. Programs are left as they are. */
export function rehypeTimes() {
  return join;
}

const joined = (text) =>
  text
    .replace(/(?<=\d) × (?=\d)/g, '\u00a0×\u00a0')
    .replace(/(?<=\bchapter|\bstride|\b\d) (?=\d)/gi, '\u00a0');

function join(node) {
  if (node.tagName === 'pre' || node.tagName === 'code') return;
  if (node.type === 'text') node.value = joined(node.value);
  for (const given of node.attributes ?? [])
    if (given.name === 'question') given.value = joined(given.value);
  for (const child of node.children ?? []) join(child);
}
