// The few shapes that figures are made of. Every attribute is set on every draw, so nothing of an earlier drawing stays.
import { type Selection, select } from 'd3';
import type { Context, Size } from '../figure.ts';
import { colour, font } from './palette.ts';

export type Group = Selection<SVGGElement, unknown, null, undefined>;

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
): (layer: string) => Group {
  const drawing = `${name} ${context.narrow ? 'narrow' : 'wide'} ${JSON.stringify(params)}`;
  const root = select(svg);
  if (svg.getAttribute('data-drawing') !== drawing) root.selectChildren().remove();
  root
    .attr('data-drawing', drawing)
    .attr('viewBox', `0 0 ${round(width)} ${round(height)}`)
    .attr('preserveAspectRatio', 'xMinYMin meet')
    .attr('font-family', font.ui)
    .attr('fill', colour.ink);
  return (layer) =>
    root
      .selectChildren<SVGGElement, string>(`g[data-layer="${layer}"]`)
      .data([layer])
      .join('g')
      .attr('data-layer', layer) as unknown as Group;
}

export interface Box {
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
  /** See cellKey: makes it answer to pointer and keyboard. */
  cell?: string | undefined;
}

/** Rectangles. */
export function boxes(group: Group, data: readonly Box[]): void {
  group
    .selectChildren<SVGRectElement, Box>('rect')
    .data(data)
    .join('rect')
    .attr('data-cell', (d) => d.cell ?? '')
    .attr('x', (d) => round(d.x))
    .attr('y', (d) => round(d.y))
    .attr('width', (d) => round(d.width))
    .attr('height', (d) => round(d.height))
    .attr('rx', (d) => d.radius ?? 0)
    .attr('fill', (d) => d.fill ?? 'none')
    .attr('fill-opacity', (d) => d.fillOpacity ?? 1)
    .attr('stroke', (d) => d.stroke ?? 'none')
    .attr('stroke-width', (d) => d.strokeWidth ?? 1)
    .attr('stroke-dasharray', (d) => d.dash ?? 'none')
    .attr('opacity', (d) => round(d.opacity ?? 1));
}

export interface Label {
  x: number;
  y: number;
  text: string;
  /** px of the layout, at least 12. Default 14. */
  size?: number;
  anchor?: 'start' | 'middle' | 'end';
  fill?: string;
  weight?: number;
  mono?: boolean;
  opacity?: number;
  /** Degrees, about the label's own point. */
  rotate?: number;
}

/** Lines of text; y is the baseline unless `middle`, then the middle of the digits. */
export function labels(group: Group, data: readonly Label[], middle = false): void {
  group
    .selectChildren<SVGTextElement, Label>('text')
    .data(data)
    .join('text')
    .attr('x', (d) => round(d.x))
    .attr('y', (d) => round(d.y + (middle ? (d.size ?? 14) * 0.35 : 0)))
    .attr('font-size', (d) => d.size ?? 14)
    .attr('text-anchor', (d) => d.anchor ?? 'start')
    .attr('fill', (d) => d.fill ?? colour.ink)
    .attr('font-weight', (d) => d.weight ?? 400)
    .attr('font-family', (d) => (d.mono ? font.mono : font.ui))
    .attr('opacity', (d) => round(d.opacity ?? 1))
    .attr('transform', (d) => `rotate(${d.rotate ?? 0} ${round(d.x)} ${round(d.y)})`)
    .attr('pointer-events', 'none')
    .text((d) => d.text);
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
  group
    .selectChildren<SVGPathElement, Line>('path')
    .data(data)
    .join('path')
    .attr('d', (d) => d.path)
    .attr('fill', (d) => d.fill ?? 'none')
    .attr('stroke', (d) => d.stroke ?? colour.line)
    .attr('stroke-width', (d) => d.strokeWidth ?? 1)
    .attr('stroke-dasharray', (d) => d.dash ?? 'none')
    .attr('opacity', (d) => round(d.opacity ?? 1))
    .attr('pointer-events', 'none');
}

/** About how wide a text is, px. Rather too wide than too narrow. */
export function textWidth(text: string, size = 14, mono = false): number {
  return [...text].length * size * (mono ? 0.6 : 0.56);
}
