import { SafetensorsError } from './errors.ts';

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * The entries of a JSON object in the order of the text, one after the other, values as they parse. `JSON.parse` of the
 * whole would keep the last of two entries of one name, and speak of neither.
 *
 * @throws SafetensorsError where the text is no JSON object; entries before the fault have been handed out by then
 */
export function* jsonEntries(text: string): Generator<{ key: string; value: string; end: number }> {
  let at = expect(text, skip(text, 0), OPEN);
  at = skip(text, at);
  if (text.charCodeAt(at) === CLOSE) {
    expectEnd(text, at + 1);
    return;
  }
  for (;;) {
    const afterKey = stringEnd(text, at);
    const key = parsed(text.slice(at, afterKey)) as string;
    const from = skip(text, expect(text, skip(text, afterKey), COLON));
    const end = valueEnd(text, from);
    yield { key, value: text.slice(from, end), end };
    at = skip(text, end);
    if (text.charCodeAt(at) === CLOSE) break;
    at = skip(text, expect(text, at, COMMA));
  }
  expectEnd(text, at + 1);
}

/**
 * A JSON text as its value.
 *
 * @throws SafetensorsError instead of what the parser says about foreign bytes, which helps nobody
 */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SafetensorsError('notObject');
  }
}

function expect(text: string, at: number, code: number): number {
  if (text.charCodeAt(at) !== code) throw new SafetensorsError('notObject');
  return at + 1;
}

function expectEnd(text: string, at: number): void {
  if (skip(text, at) !== text.length) throw new SafetensorsError('notObject');
}

/** Over JSON's white space: blank, tabulator, line feed, carriage return. */
function skip(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) break;
  }
  return at;
}

/** Behind the string that begins here. */
function stringEnd(text: string, from: number): number {
  let at = expect(text, from, QUOTE);
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) at++;
  }
  throw new SafetensorsError('notObject');
}

/** Behind the value that begins here, by counting brackets; whether it is one, the parser tells. */
function valueEnd(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = stringEnd(text, at);
      continue;
    }
    if (code === OPEN || code === OPEN_LIST) depth++;
    else if (code === CLOSE || code === CLOSE_LIST) depth--;
    if (depth < 0 || (depth === 0 && code === COMMA)) return at;
    at++;
  }
  throw new SafetensorsError('notObject');
}
