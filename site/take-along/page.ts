// The page of the talk as a page that opens from a disk: figures stand in it as elements, labs as what they computed before.
import { parseHTML } from 'linkedom';
import { takeAlong as words } from '#content/words/en/talks.ts';

export interface TakenAlong {
  /** The path under which the page was built: `/notebook/`. */
  base: string;
  /** Where the site stands, ending in its base path: `https://host/notebook/`; undefined where nobody knows. */
  site: URL | undefined;
  /** Style sheets beside the page's own: before it, of a deck alone, and after it. */
  styles: { before: string; after: string };
  /** A file of the site by its path under the base: `_astro/face.woff2`. */
  read(path: string): Uint8Array;
}

/** Where pictures of the site go in the folder. */
export const pictureIn = (path: string) => `pictures/${path.slice(path.lastIndexOf('/') + 1)}`;

/**
 * The page, the pictures of the site that it shows, by their path under the base, and the names of its figures.
 *
 * @throws Error where the page has a frame that is neither a figure's nor a lab's
 */
export function takeAlongPage(
  html: string,
  { base, site, styles, read }: TakenAlong,
): { page: string; pictures: string[]; figures: string[] } {
  const { document } = parseHTML(html);
  // What a slide shows on paper stands in a template.
  const places = [document, ...document.querySelectorAll('template')];
  const all = (selector: string) =>
    places.flatMap((place) => [...place.querySelectorAll(selector)]);
  const away =
    'script[type=module], link:not([rel=stylesheet]), meta[http-equiv], meta[property], meta[name^=twitter]';
  for (const one of all(away)) one.remove();
  // Whoever has the file needs no offer of it.
  for (const one of all('.offer')) one.remove();

  const pictures: string[] = [];
  for (const image of all('img')) {
    const path = (image.getAttribute('src') ?? '').slice(base.length);
    pictures.push(path);
    image.setAttribute('src', pictureIn(path));
    image.removeAttribute('loading');
  }
  const figures = new Set<string>();
  for (const live of all('.live')) {
    const frame = live.querySelector('iframe');
    const address = new URL(frame?.getAttribute('data-src') ?? '', site ?? 'file:');
    const [kind, name] = address.pathname.slice(base.length).split('/');
    if (!frame || kind !== 'embed')
      throw new Error(`the talk shows ${address}, which is no figure`);
    if (name === 'lab') {
      const beforehand = live.querySelector('template')?.firstElementChild?.cloneNode(true);
      const said = (beforehand as Element | undefined)?.querySelector('p');
      if (!beforehand || !said) throw new Error('a lab has nothing that was computed before');
      said.textContent = words.needsEngine;
      frame.replaceWith(beforehand);
      continue;
    }
    const figure = document.createElement('strideless-figure');
    figures.add(name);
    figure.setAttribute('name', name);
    figure.setAttribute('fit', 'contain');
    for (const [key, value] of address.searchParams) figure.setAttribute(key, value);
    frame.replaceWith(figure);
  }
  for (const link of all(`a[href^="${base}"]`)) {
    if (site) link.setAttribute('href', new URL(link.getAttribute('href') ?? '', site).href);
    // A link that leads nowhere is none: its words stay, and look as they did.
    else {
      const words = document.createElement('span');
      words.className = link.className;
      words.append(...link.childNodes);
      link.replaceWith(words);
    }
  }
  const deck = document.querySelector('.reveal');
  deck?.removeAttribute('data-plugin');
  deck?.setAttribute('data-site', site?.href ?? '');

  for (const style of all('style'))
    style.textContent = inlined(style.textContent ?? '', base, read);
  const sheet = (css: string) => {
    const style = document.createElement('style');
    style.textContent = css;
    return style;
  };
  const before = sheet(styles.before);
  // Whatever stays a text has no use for a deck's styles.
  before.setAttribute('data-deck', '');
  before.setAttribute('media', 'not all');
  document.head.prepend(before);
  document.head.append(sheet(styles.after));
  // A head without it would be guessed at.
  const letters = document.querySelector('meta[charset]');
  if (letters) document.head.prepend(letters);
  const script = document.createElement('script');
  script.setAttribute('src', 'deck.js');
  document.body.append(script);
  return {
    page: `<!doctype html>\n${document.documentElement.outerHTML}\n`,
    pictures: [...new Set(pictures)],
    figures: [...figures],
  };
}

/** Typefaces of a style sheet go into it: from a disk a page may not fetch them. The serif is for the site's pages alone. */
function inlined(css: string, base: string, read: TakenAlong['read']): string {
  return css
    .replaceAll(/@font-face\s*\{[^}]*Source Serif[^}]*\}/g, '')
    .replaceAll(/url\("?([^")]+\.woff2)"?\)/g, (_, address: string) => {
      const bytes = Buffer.from(read(address.slice(base.length)));
      return `url(data:font/woff2;base64,${bytes.toString('base64')})`;
    });
}
