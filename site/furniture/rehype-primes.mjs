/**
 * The primes of X′ and X″ stand beside their letter, at their own size. The typeface draws them raised already; as exponents
 * they would be raised twice, and small. Two in a row are one sign, as in the figures; one beside the other they would stand apart.
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
  const [sign] = signs;
  node.tagName = 'mrow';
  sign.properties.form = 'postfix';
  sign.children = [{ type: 'text', value: SIGNS[signs.length - 1] }];
  node.children[1] = sign;
}

const SIGNS = ['′', '″', '‴'];

const isPrime = ({ properties: { className, class: classes } = {} }) =>
  String(className ?? classes).includes('tml-prime');
