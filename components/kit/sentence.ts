/** A message as a sentence: a capital at the beginning, but for the name of a file, and a full stop at the end. */
export function asSentence(message: string): string {
  const named = /^\S*\.\w/.test(message);
  const text = named ? message : message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
