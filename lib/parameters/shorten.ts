/** What was given as a sentence may repeat it: 40 characters at most. */
export function shorten(given: unknown): string {
  const text = String(given);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
