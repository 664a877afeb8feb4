/** Visits every element of a hast tree, MDX's own JSX elements left out. */
function visit(node, change) {
  if (node.type === 'element') change(node);
  for (const child of node.children ?? []) visit(child, change);
}

/** Chapters link from the site's root ("/chapters/reads/"); this puts the base path before such links. */
export function rehypeBase({ base }) {
  const prefix = base.replace(/\/$/, '');
  return (tree) =>
    visit(tree, ({ tagName, properties }) => {
      const name = tagName === 'a' ? 'href' : tagName === 'img' ? 'src' : undefined;
      const target = name && properties[name];
      if (typeof target === 'string' && /^\/(?!\/)/.test(target)) {
        properties[name] = prefix + target;
      }
    });
}
