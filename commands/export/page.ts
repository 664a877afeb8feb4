// The page in which `npm run export` makes its files: the code of the site's own menu, without the menu.
import '../../site/styles/fonts.css';
import { parseFor, timeOfStep } from '#components/figure/address.ts';
import {
  extentOf,
  type Format,
  fits,
  isFilm,
  pixelsOf,
} from '#components/figure/export/formats.ts';
import { makeFile, type Progress } from '#components/figure/export/make.ts';
import { files as words } from '#content/words/en/figure-files.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { layoutOf } from '#lib/export/index.ts';
import { loadFigure } from '#lib/figures/index.ts';
import type { Theme } from '#lib/figures/kit/themes.ts';

/** What the command line asked for. */
export interface Order {
  figure: string;
  parameters: Record<string, string>;
  format: Format;
  theme: Theme;
  transparent: boolean;
  outlines: boolean;
  size: string;
  /** Numbers of moments, 0 for the start; undefined for the last. */
  from: number;
  to: number | undefined;
  speed: number;
  /** The address of the site, to stand in the file; empty where there is none. */
  site: string;
}

export interface Delivery {
  name: string;
  /** The file in base64. */
  content: string;
}

declare global {
  interface Window {
    /** Rejects with a sentence where it can't be made. */
    make(order: Order): Promise<Delivery>;
    /** Called while it is made. */
    tell?(progress: Progress): void;
  }
}

window.make = async (order) => {
  const figure = await loadFigure(order.figure, english);
  const { values, errors } = parseFor(figure, order.parameters);
  const unknown = Object.keys(order.parameters).filter((name) => !(name in figure.parameters));
  const known = Object.keys(figure.parameters).join(', ');
  errors.push(
    ...unknown.map((name) => `${order.figure} has no parameter ${name}; it has ${known}.`),
  );
  if (errors.length > 0) throw new RangeError(errors.join(' '));
  const { format } = order;
  const extent = extentOf(order.size);
  const size = figure.size(values, { layout: layoutOf(order.theme) });
  if (isFilm(format) && !fits(pixelsOf(extent, size))) throw new RangeError(words.tooLarge);
  const stops = figure.stops(values);
  const to = order.to ?? stops.length;
  for (const step of [order.from, to])
    if (step < 0 || step > stops.length) throw new RangeError(words.noMoment(step, stops.length));
  const query = new URLSearchParams(order.parameters).toString();
  const { name, blob } = await makeFile(
    {
      figure,
      values,
      picture: await figure.pictureFor?.(values),
      own: false,
      source:
        order.site && new URL(`embed/${figure.name}/${query && `?${query}`}`, order.site).href,
    },
    {
      ...order,
      extent,
      from: timeOfStep(figure, values, order.from),
      to: timeOfStep(figure, values, to),
    },
    { signal: new AbortController().signal, tell: (progress) => window.tell?.(progress) },
  );
  return { name, content: await base64(blob) };
};

function base64(blob: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });
}
