// Signs that a book sets and a keyboard lacks: “2×2” is found by “2x2”. The index and what is asked are folded alike.

const MINUS = /[\u2212\u2010\u2011]/g;
const APOSTROPHE = /[\u2019\u2018\u02bc\u2032]/g;

/** Text as a keyboard writes it: products of numbers as 2x2, hyphens and minus signs as -, apostrophes as '. */
export function fold(text: string): string {
  return text
    .replace(/(?<=\d)[\s\u00a0]*[x\u00d7]\s*(?=\d)/giu, 'x')
    .replace(MINUS, '-')
    .replace(APOSTROPHE, "'");
}

/** A question, in which quotation marks ask for words that follow each other. */
export function foldQuery(text: string): string {
  return fold(text)
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .trim();
}

/** The HTML of a page with its texts folded, its tags as they were. */
export function foldHtml(html: string): string {
  return html.replace(/>[^<]+/g, fold);
}

/** A folded text, or HTML, with the signs of a book again. */
export function unfold(text: string): string {
  return text
    .replace(/(?<=\d)x(?=\d)/g, '\u00d7')
    .replace(/(?<![\p{L}\p{N}])-(?=\d)/gu, '\u2212')
    .replace(/(?<=\p{L})'/gu, '\u2019');
}
