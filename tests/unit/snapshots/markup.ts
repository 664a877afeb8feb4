import { createHash } from 'node:crypto';

const INLINE = /^<(text|tspan|title|desc)\b/;

/** A picture's address says nothing to a reader of a diff: its first bytes of SHA-256 stand for it. */
function folded(markup: string): string {
  return markup.replaceAll(/data:image\/png;base64,[\w+/]+=*/g, (address) => {
    const hash = createHash('sha256').update(address).digest('hex').slice(0, 16);
    return `picture-${hash}`;
  });
}

/** Attributes that say what holds anyway, whether a drawing sets them or not. */
const needless =
  /^(?:xmlns="[^"]*"|data-cell=""|rx="0"|(?:fill-|stroke-)?opacity="1"|stroke="none"|stroke-width="1"|stroke-dasharray="none"|font-weight="400"|text-anchor="start"|visibility="visible"|transform="rotate\(0 [^"]*"|font-family="var\(--font-ui, [^"]*")$/;

/** A start tag with its attributes sorted and rounded to two decimals; the needless ones only on the root. */
function tidy(tag: string): string {
  const [, name, attributes, end] = /^<([\w:-]+)([^>]*?)\s*(\/?)>$/.exec(tag) ?? [];
  if (!name) return tag;
  const kept = (attributes.match(/[\w:-]+="[^"]*"/g) ?? [])
    .filter((attribute) => !needless.test(attribute))
    .map((attribute) =>
      attribute.replaceAll(/-?\d+\.\d{3,}/g, (n) => String(Number(Number(n).toFixed(2)))),
    )
    .sort();
  if (name === 'svg') kept.unshift('xmlns="http://www.w3.org/2000/svg"');
  return `<${[name, ...kept].join(' ')}${end}>`;
}

/**
 * SVG markup as a file to read and to compare: a line an element, indented by its depth, its attributes sorted, those that
 * say what holds anyway left out.
 *
 * @param markup one SVG element, as a browser or linkedom serialises them
 */
export function readable(markup: string): string {
  const tokens = folded(markup).match(/<[^>]+>|[^<]+/g) ?? [];
  const lines: string[] = [];
  let depth = 0;
  let open = '';
  for (const token of tokens) {
    if (open) {
      open += token;
      if (token === `</${INLINE.exec(open)?.[1]}>`) {
        lines.push('  '.repeat(depth) + open);
        open = '';
      }
    } else if (token.startsWith('</')) {
      depth--;
      lines.push('  '.repeat(depth) + token);
    } else if (!token.startsWith('<')) {
      if (token.trim()) lines.push('  '.repeat(depth) + token.trim());
    } else if (INLINE.test(token) && !token.endsWith('/>')) open = tidy(token);
    else {
      lines.push('  '.repeat(depth) + tidy(token));
      if (!token.endsWith('/>')) depth++;
    }
  }
  // A group without children on one line.
  return `${lines.join('\n').replaceAll(/(<g\b[^>]*)>\n\s*<\/g>/g, '$1/>')}\n`;
}
