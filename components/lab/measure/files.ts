// What was measured, as files.
import { measure as words } from '#content/words/en/measure.ts';
import { MEASURES } from '#lib/analysis/index.ts';
import { RECALLS } from '#lib/detection/index.ts';
import { nameOf } from '../choices.ts';
import type { Measured } from './run.ts';

/** A row for each detector and measure; commas and quotes in names are kept apart as RFC 4180 says. */
export function measuredCsv({ names, scores, luck }: Measured): string {
  const rows = names.flatMap((name, model) =>
    MEASURES.map((measure, i) => {
      const interval = luck?.intervals[model][i];
      return [nameOf(name), measure, scores[model][i], interval?.low, interval?.high];
    }),
  );
  return [[...words.columns], ...rows]
    .map((row) => row.map((cell) => quoted(cell ?? '')).join(','))
    .join('\r\n')
    .concat('\r\n');
}

function quoted(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** All that is known: settings, scores, intervals, differences, curves. */
export function measuredJson({ names, scores, luck, ...about }: Measured): string {
  const named = (values: readonly unknown[]) =>
    Object.fromEntries(MEASURES.map((measure, i) => [measure, values[i]]));
  const detectors = names.map((weights, i) => ({
    ...{ name: nameOf(weights), weights, measured: named(scores[i]) },
    ...(luck ? { intervals: named(luck.intervals[i]), precision: luck.curves[i] } : {}),
  }));
  const differences = luck?.differences.map(({ of, against, ...rest }) => ({
    ...{ of: nameOf(names[of]), against: nameOf(names[against]) },
    ...rest,
  }));
  const more = luck ? { resamples: luck.resamples, differences, recalls: RECALLS } : {};
  return `${JSON.stringify({ ...about, detectors, ...more }, null, 2)}\n`;
}

/** A drawing of the page as a file of its own, with the colours that it has there. */
export function chartSvg(chart: SVGSVGElement, title: string): string {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const from = [chart, ...chart.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, i) => {
    const style = getComputedStyle(from[i]);
    for (const name of ['fill', 'stroke', 'stroke-width', 'font-size'])
      element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute('class');
  });
  const [, , width, height] = chart.getAttribute('viewBox')!.split(' ');
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  copy.setAttribute('font-family', "'IBM Plex Sans', system-ui, sans-serif");
  const paper = getComputedStyle(chart).getPropertyValue('--paper') || '#fff';
  const named = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  named.textContent = title;
  const back = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({ width, height, fill: paper.trim() }))
    back.setAttribute(name, value);
  copy.prepend(named, back);
  return new XMLSerializer().serializeToString(copy).replaceAll(/<!--.*?-->/g, '');
}
