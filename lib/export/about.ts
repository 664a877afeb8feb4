// What a file says of itself, wherever it is found later.

/** Of figures, not of code: that is MIT. */
export const LICENCE = {
  name: 'CC BY 4.0',
  address: 'https://creativecommons.org/licenses/by/4.0/',
};

export const CREATOR = 'Strideless';

export interface About {
  title: string;
  /** What is seen, as sentences. */
  description: string;
  /** The address at which the figure shows this; empty where nobody knows it. */
  source: string;
  /** By which it can be made again where there is no address: figure, parameters, moment, theme, each as keywordsOf has it. */
  keywords: readonly string[];
}

/** A label of a moment may have a comma. */
export const inOneLine = (keywords: readonly string[]): string => keywords.join('; ');

/** One line for formats that have a single field for all this. */
export function credit({ title, source, keywords }: Omit<About, 'description'>): string {
  const licence = `${LICENCE.name} (${LICENCE.address})`;
  const parts = [title, inOneLine(keywords), CREATOR, licence, source];
  return parts.filter((part) => part !== '').join(' · ');
}

export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** An SVG's `metadata` element: Dublin Core, and the licence as Creative Commons has it. */
export function svgMetadata({ title, description, source, keywords }: About): string {
  const dc = Object.entries({ title, creator: CREATOR, description, source, rights: LICENCE.name });
  const said = dc
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `<dc:${name}>${escapeText(text)}</dc:${name}>`)
    .join('');
  const words = keywords.map((word) => `<rdf:li>${escapeText(word)}</rdf:li>`).join('');
  const subject = words && `<dc:subject><rdf:Bag>${words}</rdf:Bag></dc:subject>`;
  return (
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<cc:Work rdf:about="">${said}${subject}<cc:license rdf:resource="${LICENCE.address}"/></cc:Work></rdf:RDF></metadata>`
  );
}

/** What a PNG file says, by its keywords. */
export function pngTexts({ title, description, source, keywords }: About): Record<string, string> {
  const texts = {
    Title: title,
    Author: CREATOR,
    Description: description,
    Keywords: inOneLine(keywords),
    Comment: source,
  };
  const said = Object.entries(texts).filter(([, text]) => text !== '');
  return { ...Object.fromEntries(said), Copyright: `${LICENCE.name} ${LICENCE.address}` };
}
