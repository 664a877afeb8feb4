import { chunk } from './index.ts';

/** Behind the signature (8 bytes) and the header chunk (25). */
const BEHIND_HEADER = 33;

/**
 * The same PNG file with texts in it (iTXt chunks, UTF-8), under the keywords of the standard: Title, Author,
 * Description, Copyright, Comment.
 */
export function withTexts(
  png: Uint8Array,
  texts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const utf8 = new TextEncoder();
  // Keyword, its end, not compressed (2 bytes), no language, no translated keyword, text.
  const chunks = Object.entries(texts).map(([keyword, text]) =>
    chunk('iTXt', utf8.encode(`${keyword}\0\0\0\0\0${text}`)),
  );
  const file = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, png.length));
  file.set(png.subarray(0, BEHIND_HEADER));
  let at = BEHIND_HEADER;
  for (const one of chunks) {
    file.set(one, at);
    at += one.length;
  }
  file.set(png.subarray(BEHIND_HEADER), at);
  return file;
}
