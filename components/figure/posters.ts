// A figure's posters at build time: drawn in Node by the same code as in the browser.

import { unseenDocument } from '#components/kit/unseen.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { compact, lean } from '#lib/export/index.ts';
import { type AnyFigure, type Context, type LayoutName, loadFigure } from '#lib/figures/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { packPictures } from '#lib/png/packed.ts';
import { parseFor, restOf } from './address.ts';

export interface Posters {
  title: string;
  description: string;
  /** Two SVG elements as markup, one for each layout. */
  markup: string;
}

export interface PosterOptions {
  /** The named moment; default the most telling one. */
  stop?: number | undefined;
  /** Where the narrow layout alone is of use. */
  column?: boolean;
}

/** Draws both layouts, or the narrow one, at a named moment, or at the figure's poster time. Throws where the name or a parameter is wrong: the build must stop. */
export async function posters(
  name: string,
  params: Readonly<Record<string, unknown>>,
  descriptionId: string,
  { stop, column = false }: PosterOptions = {},
): Promise<Posters> {
  const figure = await loadFigure(name, english);
  const { values, t, picture } = await momentOf(figure, params, stop);
  const said = { 'aria-label': figure.title, 'aria-describedby': descriptionId };
  const draw = (layout: LayoutName) => drawn(figure, values, t, { layout, picture }, said);
  return {
    title: figure.title,
    description: figure.describe(values, t),
    markup: packPictures(
      column ? draw('narrow') : pictureOnce(draw('wide'), draw('narrow'), descriptionId),
    ),
  };
}

/**
 * A moment in the layout of a slide, in the colours of the page around: what a slide shows on paper.
 *
 * @param step the number of the moment, 0 for the start; undefined for the most telling one
 * @throws RangeError where a parameter is wrong: the build must stop
 */
export async function slideDrawing(
  figure: AnyFigure,
  params: Readonly<Record<string, unknown>>,
  step: number | undefined,
): Promise<string> {
  const { values, t, picture } = await momentOf(figure, params, step);
  const said = { 'aria-label': figure.describe(values, t), preserveAspectRatio: 'xMidYMid meet' };
  return packPictures(drawn(figure, values, t, { layout: 'projector', picture }, said));
}

/** What a figure draws of these parameters at the moment that is asked for. */
async function momentOf(
  figure: AnyFigure,
  params: Readonly<Record<string, unknown>>,
  stop: number | undefined,
) {
  const { values, errors } = parseFor(figure, params);
  if (errors.length > 0) throw new RangeError(`figure ${figure.name}: ${errors.join(' ')}`);
  const picture = await figure.pictureFor?.(values);
  return { values, t: restOf(figure, values, stop), picture };
}

/** The markup of a drawing that stands in a page; `said` are attributes of the whole. */
function drawn(
  figure: AnyFigure,
  values: AnyValues,
  t: number,
  context: Context,
  said: Readonly<Record<string, string>>,
): string {
  const svg = emptySvg();
  svg.setAttribute('role', 'img');
  svg.setAttribute('data-layout', context.layout);
  figure.draw(svg, values, t, context);
  for (const [name, value] of Object.entries(said)) svg.setAttribute(name, value);
  // The player draws afresh: a drawing that says nothing of its parameters is not taken for its own.
  svg.removeAttribute('data-drawing');
  compact(svg);
  return inPage(lean(svg.outerHTML));
}

/** A page has the variables of its theme: what a drawing falls back on without them is for files. */
function inPage(markup: string): string {
  return markup.replaceAll(/var\((--[\w-]+),(?:[^()]|\([^()]*\))*\)/g, 'var($1)');
}

const PICTURE = /<image ([^>]*)\/?>/g;

/** Both layouts, the second one using the pictures of the first where it shows the same ones. */
function pictureOnce(wide: string, narrow: string, prefix: string): string {
  const known = new Map<string, { name: string; attributes: string }>();
  const first = wide.replaceAll(PICTURE, (whole, attributes: string) => {
    const address = attributeOf(attributes, 'href');
    if (!address || known.has(address) || attributes.includes(' id=')) return whole;
    const name = `${prefix}-${known.size}`;
    known.set(address, { name, attributes });
    return `<image id="${name}" ${attributes}/>`;
  });
  const second = narrow.replaceAll(PICTURE, (whole, attributes: string) => {
    const found = known.get(attributeOf(attributes, 'href') ?? '');
    const use = found && useOf(found, attributes);
    return use ?? whole;
  });
  return first + second;
}

const attributeOf = (attributes: string, name: string) =>
  new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];

/** The same picture at another place and in another size; undefined where more than that differs. */
function useOf(
  { name, attributes: given }: { name: string; attributes: string },
  wanted: string,
): string | undefined {
  const others = (text: string) =>
    text
      .trim()
      .split(/(?<=") /)
      .filter((one) => !/^(x|y|width|height|opacity)=/.test(one))
      .sort()
      .join(' ');
  if (others(given) !== others(wanted) || attributeOf(given, 'opacity') !== undefined)
    return undefined;
  const at = (text: string) =>
    ['x', 'y', 'width', 'height'].map((key) => Number(attributeOf(text, key)));
  const [[x, y, width, height], [toX, toY, toWidth, toHeight]] = [at(given), at(wanted)];
  const [across, down] = [toWidth / width, toHeight / height];
  const opacity = attributeOf(wanted, 'opacity');
  const move = `matrix(${[across, 0, 0, down, toX - across * x, toY - down * y].map((v) => Number(v.toFixed(4))).join(' ')})`;
  return `<use href="#${name}" transform="${move}"${opacity ? ` opacity="${opacity}"` : ''}/>`;
}

/** An SVG element of a document that is nowhere shown. */
export function emptySvg(): SVGSVGElement {
  return unseenDocument().createElementNS('http://www.w3.org/2000/svg', 'svg');
}
