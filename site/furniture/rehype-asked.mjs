const HEADING = /^h[1-6]$/;
const isHeading = ({ tagName }) => HEADING.test(tagName);
/** Neither a paragraph nor the white space before one. */
const isNoText = ({ type, tagName }) => type !== 'text' && tagName !== 'p';
/** What a bet holds: a figure, a check of one, or a box with a chart in it. */
const isHeld = ({ attributes = [] }) =>
  attributes.some(({ name, value }) => name === 'held' || (name === 'class' && value === 'held'));
/** In the reference readers look things up: only what is said of a bet, and of what it holds, waits. */
const isOfItself = (node) => isNoText(node) && !isHeld(node);

/**
 * What stands behind a bet tells its answer. Both come into one box, so that it can wait (components/predict/predict.css): all
 * up to the next heading or bet; in the reference the paragraphs that follow, and what it holds with the paragraphs on that.
 */
export function rehypeAsked() {
  return (tree, file) => {
    gather(tree, file.data.astro?.frontmatter.part === 'main' ? isHeading : isOfItself);
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
