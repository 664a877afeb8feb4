/** Of h1 to h6, 1 to 6; undefined for all else. */
const level = ({ tagName }) => Number(/^h([1-6])$/.exec(tagName)?.[1]) || undefined;

/** How many sections wait for a bet: the rest of its own where nothing else is said. */
const sections = ({ attributes = [] }) => {
  const value = attributes.find(({ name }) => name === 'sections')?.value?.value;
  return value === undefined ? 1 : Number(value);
};

/**
 * What stands behind a bet tells its answer. Both come into one box, so that it can wait (components/predict/predict.css): the
 * rest of the section, or as many `sections` as the bet says, and never more than up to the next bet. What stands under a
 * lower heading is a part of the section.
 */
export function rehypeAsked() {
  return (tree) => gather(tree);
}

const box = (bet) => ({
  type: 'element',
  tagName: 'div',
  properties: { className: ['asked'] },
  children: [bet],
});

function gather(node) {
  if (!node.children) return;
  const gathered = [];
  let asked;
  let left = 0;
  let depth = 6;
  for (const child of node.children) {
    gather(child);
    if (child.name === 'Predict') {
      asked = box(child);
      left = sections(child);
      gathered.push(asked);
      if (left === 0) asked = undefined;
      continue;
    }
    const at = level(child);
    if (at !== undefined && (!asked || at <= depth)) {
      depth = at;
      left -= 1;
    }
    if (left <= 0) asked = undefined;
    (asked?.children ?? gathered).push(child);
  }
  node.children = gathered;
}
