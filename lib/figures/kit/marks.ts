// The few shapes that figures are made of. A draw leaves an element with its own attributes alone, so nothing of an earlier
// drawing stays; those that say what holds anyway are left out.
import type { Context, LayoutName, Size } from '../figure.ts';
import { type Attribute, children, Drawn } from './drawn.ts';
import { letter } from './letters.ts';
import { colour, font } from './palette.ts';

export type Group = Drawn<SVGGElement>;

/** The layers of a drawing by name, see {@link stage}. */
export type Layers = (layer: string) => Group;

/** Two decimals are enough for a coordinate, and keep posters small. */
export function round(x: number): number {
  return Math.round(x * 100) / 100 + 0;
}

/**
 * Empties the SVG unless it already holds this figure with these parameters, sizes it, and returns a function that
 * gives its layers by name, from back to front in the order of the first draw.
 */
export function stage(
  svg: SVGSVGElement,
  name: string,
  params: object,
  context: Context,
  { width, height }: Size,
): Layers {
  const drawing = `${name} ${context.layout} ${JSON.stringify(params)}`;
  if (svg.getAttribute('data-drawing') !== drawing) svg.replaceChildren();
  new Drawn([svg], [undefined])
    .attr('data-drawing', drawing)
    .attr('viewBox', `0 0 ${round(width)} ${round(height)}`)
    .attr('preserveAspectRatio', 'xMinYMin meet')
    .attr('font-family', font.ui)
    .attr('fill', colour.ink)
    .attr('data-large', context.layout === 'projector' ? '' : null);
  return (layer) =>
    children<SVGGElement, unknown>(svg, 'g', [layer], `g[data-layer="${layer}"]`).attr(
      'data-layer',
      layer,
    );
}

export interface RectMark {
  x: number;
  y: number;
  width: number;
  height: number;
  fill?: string;
  fillOpacity?: number;
  stroke?: string;
  strokeWidth?: number;
  dash?: string;
  opacity?: number;
  radius?: number;
  /** Without a fill too it answers to the pointer all over. */
  inside?: boolean;
  /** See cellKey: makes it answer to pointer and keyboard. */
  cell?: string | undefined;
}

/** The value, or null where it says what holds anyway. */
export function unless<V extends Attribute>(usual: V, value: V | undefined): V | null {
  return value === undefined || value === usual ? null : value;
}

/**
 * One element a datum, with these attributes in this order and no other one: a redraw gives the same markup as a fresh
 * drawing.
 */
export function join<E extends SVGElement, D>(
  group: Group,
  tag: string,
  data: readonly D[],
  attributes: (datum: D) => Record<string, Attribute>,
): Drawn<E, D> {
  return within<E, D>(group, tag, data).each((element, datum) => {
    const wanted = attributes(datum);
    const names = Object.keys(wanted).filter((name) => wanted[name] !== null);
    const has = element.getAttributeNames();
    // An attribute that comes later than on the first draw would stand at the end.
    if (has.length !== names.length || names.some((name, i) => has[i] !== name))
      for (const name of has) element.removeAttribute(name);
    for (const name of names) {
      const value = String(wanted[name]);
      if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
  });
}

/** One child of a group a datum. */
function within<E extends SVGElement, D>(group: Group, tag: string, data: readonly D[]) {
  const parent = group.node();
  return parent ? children<E, D>(parent, tag, data) : new Drawn<E, D>([], []);
}

/** A group a datum, each drawn into: what a figure has several of, from back to front. */
export function groups<D>(
  parent: Group,
  data: readonly D[],
  draw: (group: Group, datum: D, index: number) => void,
): void {
  within<SVGGElement, D>(parent, 'g', data).each((element, datum, i) => {
    draw(new Drawn([element], [datum]), datum, i);
  });
}

/** Rectangles. */
export function boxes(group: Group, data: readonly RectMark[]): Drawn<SVGRectElement, RectMark> {
  return join<SVGRectElement, RectMark>(group, 'rect', data, (d) => ({
    'data-cell': unless('', d.cell),
    x: round(d.x),
    y: round(d.y),
    width: round(d.width),
    height: round(d.height),
    rx: unless(0, d.radius),
    fill: d.fill ?? 'none',
    'pointer-events': d.inside ? 'all' : null,
    'fill-opacity': unless(1, d.fillOpacity),
    stroke: unless('none', d.stroke),
    'stroke-width': unless(1, d.strokeWidth),
    'stroke-dasharray': unless('none', d.dash),
    opacity: unless(1, round(d.opacity ?? 1)),
  }));
}

export interface Label {
  x: number;
  y: number;
  text: string;
  /** px of the wide layout, at least 12; the projector's letters are larger, see letter(). Default 14. */
  size?: number;
  anchor?: 'start' | 'middle' | 'end';
  fill?: string;
  weight?: number;
  mono?: boolean;
  opacity?: number;
  /** Degrees, about the label's own point. */
  rotate?: number;
}

/** Whose letters the drawing has that this group is part of. */
function lettersOf(group: Group): LayoutName {
  return group.node()?.closest('svg')?.hasAttribute('data-large') ? 'projector' : 'wide';
}

/** Lines of text; y is the baseline unless `middle`, then the middle of the digits. */
export function labels(group: Group, data: readonly Label[], middle = false): void {
  const layout = lettersOf(group);
  const size = (d: Label) => letter(layout, d.size ?? 14);
  join<SVGTextElement, Label>(group, 'text', data, (d) => ({
    x: round(d.x),
    y: round(d.y + (middle ? size(d) * 0.35 : 0)),
    'font-size': size(d),
    'text-anchor': unless('start', d.anchor),
    fill: d.fill ?? colour.ink,
    'font-weight': unless(400, d.weight),
    // The root has the typeface of all other words.
    'font-family': d.mono ? font.mono : null,
    opacity: unless(1, round(d.opacity ?? 1)),
    transform: d.rotate ? `rotate(${d.rotate} ${round(d.x)} ${round(d.y)})` : null,
    'pointer-events': 'none',
  })).text((d) => d.text);
}

export interface Line {
  /** An SVG path. */
  path: string;
  stroke?: string;
  strokeWidth?: number;
  dash?: string;
  fill?: string;
  opacity?: number;
}

/** Paths. */
export function lines(group: Group, data: readonly Line[]): void {
  join<SVGPathElement, Line>(group, 'path', data, (d) => ({
    d: d.path,
    fill: d.fill ?? 'none',
    stroke: unless('none', d.stroke ?? colour.line),
    'stroke-width': unless(1, d.strokeWidth),
    'stroke-dasharray': unless('none', d.dash),
    opacity: unless(1, round(d.opacity ?? 1)),
    'pointer-events': 'none',
  }));
}

/** About how wide a text is, px. Rather too wide than too narrow. */
export function textWidth(text: string, size = 14, mono = false): number {
  return [...text].length * size * (mono ? 0.6 : 0.56);
}

/** The same for semi-bold words, in which it matters what letters they are made of: px. */
export function strongWidth(text: string, size = 14): number {
  const letters = [...text].map((letter) =>
    /[\s,.:|()/\-ilt]/.test(letter) ? 0.33 : /[A-Zmw]/.test(letter) ? 0.66 : 0.58,
  );
  return size * letters.reduce((sum, wide) => sum + wide, 0);
}
