/** A call takes so many arguments without harm. */
const PIECE = 8192;

/** Bytes as a string of as many letters, each of the code of its byte: what `btoa` and some libraries take for a file. */
export function lettersOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text;
}

export function base64(bytes: Uint8Array): string {
  return btoa(lettersOf(bytes));
}
