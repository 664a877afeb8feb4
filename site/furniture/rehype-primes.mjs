/**
 * The primes of X′ and X″ stand beside their letter, at their own size. The typeface draws them raised already; as exponents
 * they would be raised twice, and small.
 */
export function rehypePrimes() {
  return prime;
}

function prime(node) {
  for (const child of node.children ?? []) prime(child);
  if (node.tagName !== 'msup') return;
  const [, raised] = node.children;
  const signs = raised.tagName === 'mrow' ? raised.children : [raised];
  if (!signs.every(isPrime)) return;
  node.tagName = 'mrow';
  for (const { properties } of signs) properties.form = 'postfix';
}

const isPrime = ({ properties: { className, class: classes } = {} }) =>
  String(className ?? classes).includes('tml-prime');
