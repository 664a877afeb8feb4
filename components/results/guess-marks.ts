// What a reader has bet, drawn into a chart: over the drawing, and no part of it. Fetched with the first bet.
import type { Place } from '#components/kit/chart-place.ts';
import type { Guess } from '#components/kit/figure-player.ts';
import { type Box, boxOf, lineOf, type Scales } from './placing.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Of a letter of a label, px, and how far a label stays from the edge of the drawing. */
const [LETTER, EDGE] = [6.6, 4];
/** Between the outlines of neighbouring rows, and between those of stretches in them, px. */
const [ROOM, PART] = [1, 4];
/** From an outline, or a point, up to its label, px. */
const ABOVE = 4;

const isAbout = ({ chart }: Place, id: string | undefined) => chart === undefined || chart === id;

/** Draws the guesses, and only these, into the view that a question asks about: the first one. */
export function drawGuesses(chart: HTMLElement, guesses: readonly Guess[]): void {
  for (const old of chart.querySelectorAll('.guess')) old.remove();
  const { chart: id, said = '', label = '' } = chart.dataset;
  const here = guesses.filter(
    ({ places = [] }) => places.length === 0 || places.some((place) => isAbout(place, id)),
  );
  const places = here.flatMap((guess) => (guess.places ?? []).filter((of) => isAbout(of, id)));
  for (const svg of chart.querySelectorAll<SVGSVGElement>('[data-panel="0"] svg'))
    mark(svg, places, label);
  if (chart.dataset.scales) box(chart, places);
  const sentences = said ? here.map((guess) => said.replace('{said}', () => guess.said)) : [];
  const key = !said && chart.querySelector('.guess') ? [label] : [];
  for (const text of [...sentences, ...key]) {
    const line = document.createElement('p');
    line.className = said ? 'guess' : 'guess key';
    line.textContent = text;
    chart.append(line);
  }
}

/** In a chart: outlines with the label at the first of them, or a dragged curve. */
function mark(svg: SVGSVGElement, places: readonly Place[], label: string): void {
  const scales = JSON.parse(svg.dataset.scales ?? '{}') as Scales;
  const width = svg.viewBox.baseVal.width;
  const group = element('g', { class: 'guess', 'aria-hidden': 'true' });
  let named = false;
  const name = (middle: number, y: number) => {
    if (named) return;
    named = true;
    const half = (label.length * LETTER) / 2;
    const x = Math.min(width - EDGE - half, Math.max(EDGE + half, middle));
    const text = element('text', { x, y, 'text-anchor': 'middle' });
    text.textContent = label;
    group.append(text);
  };
  for (const place of places) {
    if (place.line) {
      const points = lineOf(scales, place.line);
      if (!points) continue;
      group.append(element('path', { d: `M${points.join('L')}` }));
      for (const [cx, cy] of points) group.append(element('circle', { cx, cy, r: 5.5 }));
      const [x, y] = points[0];
      name(x + (label.length * LETTER) / 2, y - 2 * ABOVE);
      continue;
    }
    const found = boxOf(scales, place);
    if (!found) continue;
    const isRow = place.row !== undefined && !place.x;
    const { left, right, top, bottom } = isRow ? around(found, width) : within(found, place);
    const size = { width: right - left, height: bottom - top };
    group.append(element('rect', { x: left, y: top, ...size, rx: 5 }));
    // On a row's outline, at its end, where nothing is drawn; above a stretch. At the end of a curve there is no room.
    if (isRow) name(right - label.length * LETTER, top + ABOVE);
    else if (!place.x || !place.y) name((left + right) / 2, top - ABOVE);
  }
  if (group.childElementCount > 0) svg.append(group);
}

/** A whole row, its name included. */
const around = ({ top, bottom }: Box, width: number): Box => ({
  ...{ left: ROOM, right: width - ROOM },
  ...{ top: top + ROOM, bottom: bottom - ROOM },
});

/** A stretch within a row, or of a column down to its end, where its numbers may stand. */
function within({ left, right, top, bottom }: Box, { row, column }: Place): Box {
  if (row !== undefined) return { left, right, top: top + PART, bottom: bottom - PART };
  return { left, right, top, bottom: column === undefined ? bottom : bottom + PART };
}

/** In the rows of a line-up, whose tracks are measured in per cent. */
function box(chart: HTMLElement, places: readonly Place[]): void {
  const scales = JSON.parse(chart.dataset.scales ?? '') as Scales;
  for (const place of places) {
    const track = chart.querySelector(`[data-variant="${place.row}"] .track`);
    const found = boxOf(scales, { ...(place.x && { x: place.x }) });
    if (!track || !found) continue;
    const outline = document.createElement('i');
    outline.className = 'guess';
    outline.style.left = `${found.left}%`;
    outline.style.width = `${found.right - found.left}%`;
    track.append(outline);
  }
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
