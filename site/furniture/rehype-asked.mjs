const HEADING = /^h[1-6]$/;
const isHeading = ({ tagName }) => HEADING.test(tagName);
/** Neither a paragraph nor the white space before one. */
const isNoText = ({ type, tagName }) => type !== 'text' && tagName !== 'p';

/**
 * What stands behind a bet tells its answer. Both come into one box, so that it can wait (components/predict/predict.css): all
 * up to the next heading or bet; in the reference, where readers look things up, the paragraphs that follow at once.
 */
export function rehypeAsked() {
  return (tree, file) => {
    gather(tree, file.data.astro?.frontmatter.part === 'main' ? isHeading : isNoText);
  };
}

const box = (bet) => ({
  type: 'element',
  tagName: 'div',
  properties: { className: ['asked'] },
  children: [bet],
});

function gather(node, ends) {
  if (!node.children) return;
  const gathered = [];
  let asked;
  for (const child of node.children) {
    gather(child, ends);
    if (child.name === 'Predict') {
      asked = box(child);
      gathered.push(asked);
      continue;
    }
    if (ends(child)) asked = undefined;
    (asked?.children ?? gathered).push(child);
  }
  node.children = gathered;
}
