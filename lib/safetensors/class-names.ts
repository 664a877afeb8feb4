// Class names as training programs leave them in the metadata: JSON, or what Python prints of a list or a dict.

/** Classes beyond this number are none: a file may hold any number as a key. */
const MOST_CLASSES = 100_000;
/** Longest text that is read for names, characters. */
const LONGEST = 5_000_000;

/**
 * The names that a weights file carries in its metadata under `names`: a list, or a map from number to name. Numbers
 * without a name have the empty one. Undefined where there are none, or none that can be read.
 */
export function classNames(metadata: ReadonlyMap<string, string>): string[] | undefined {
  const text = metadata.get('names');
  const tokens = text && text.length <= LONGEST ? tokensOf(text) : undefined;
  if (!tokens) return undefined;
  const names = listed(tokens) ?? mapped(tokens);
  return names && names.length > 0 ? names : undefined;
}

type Token = { mark: string } | { text: string } | { number: number };

const TOKEN =
  /\s*(?:([{}[\](),:])|(\d{1,9})|[uU]?("[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*'))/sy;

/** Brackets, commas, colons, whole numbers and texts; undefined where there is anything else. */
function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  const whole = text.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < whole.length) {
    const found = TOKEN.exec(whole);
    if (!found) return undefined;
    const [, mark, number, quoted] = found;
    if (mark) tokens.push({ mark });
    else if (number) tokens.push({ number: Number(number) });
    else tokens.push({ text: unquoted(quoted) });
  }
  return tokens;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
]);

/** What a quoted text stands for, by the escapes that JSON and Python share, and Python's \x. */
function unquoted(quoted: string): string {
  const escaped = /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gis;
  return quoted
    .slice(1, -1)
    .replace(escaped, (_, four?: string, two?: string, one?: string) =>
      one === undefined
        ? String.fromCharCode(Number.parseInt(four ?? two ?? '', 16))
        : (ESCAPES.get(one) ?? one),
    );
}

const isMark = (token: Token | undefined, mark: string) =>
  token !== undefined && 'mark' in token && token.mark === mark;

/** What stands between the brackets, without the comma that Python allows at the end; undefined for other brackets. */
function between(tokens: Token[], open: string, close: string): Token[] | undefined {
  if (!isMark(tokens[0], open) || !isMark(tokens.at(-1), close)) return undefined;
  const inside = tokens.slice(1, -1);
  return isMark(inside.at(-1), ',') ? inside.slice(0, -1) : inside;
}

/** `["car", "bus"]` or `('car', 'bus')`. */
function listed(tokens: Token[]): string[] | undefined {
  const inside = between(tokens, '[', ']') ?? between(tokens, '(', ')');
  if (!inside) return undefined;
  const names: string[] = [];
  for (const [i, token] of inside.entries()) {
    if (i % 2 === 0 && 'text' in token) names.push(token.text);
    else if (!isMark(token, ',')) return undefined;
  }
  return inside.length % 2 === 1 ? names : undefined;
}

/** `{0: 'car', 1: 'bus'}` or `{"0": "car", "1": "bus"}`. */
function mapped(tokens: Token[]): string[] | undefined {
  const inside = between(tokens, '{', '}');
  if (!inside) return undefined;
  const names: string[] = [];
  for (let i = 0; i < inside.length; i += 4) {
    const [key, colon, value, comma] = inside.slice(i, i + 4);
    if (!value || !('text' in value) || !isMark(colon, ':')) return undefined;
    if (comma ? !isMark(comma, ',') || i + 4 === inside.length : i + 3 < inside.length)
      return undefined;
    const number = 'number' in key ? key.number : 'text' in key ? indexOf(key.text) : undefined;
    if (number === undefined || number >= MOST_CLASSES) return undefined;
    names[number] = value.text;
  }
  return Array.from(names, (name) => name ?? '');
}

function indexOf(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
