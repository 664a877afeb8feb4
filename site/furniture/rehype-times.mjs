/** "8 × 8 × 3" stays on one line: its spaces don't break. Programs are left as they are. */
export function rehypeTimes() {
  return join;
}

function join(node) {
  if (node.tagName === 'pre' || node.tagName === 'code') return;
  if (node.type === 'text') node.value = node.value.replace(/(?<=\d) × (?=\d)/g, '\u00a0×\u00a0');
  for (const child of node.children ?? []) join(child);
}
