// Every chart of the results pages, as the page draws it from today's numbers. After new measurements, or a change that
// is meant: npm run snapshots, and read the diff.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Conditions } from '#components/kit/measured.ts';
import { frontierPanels } from '#components/results/frontier-chart.ts';
import { type GainsOf, gainPanels } from '#components/results/gains-chart.ts';
import { measuresPanel, type Together } from '#components/results/measures-chart.ts';
import type { Panel } from '#components/results/plot.ts';
import { publishedCostPanels } from '#components/results/published-cost-chart.ts';
import { publishedGainPanels } from '#components/results/published-gain-chart.ts';
import { runPanels } from '#components/results/runs-chart.ts';
import { leftOver } from './left-over.ts';
import { readable } from './markup.ts';
import { nothingLogged } from './quiet.ts';

nothingLogged();

// What stands behind `known(...) &&` waits for rows, and changes with each that comes: its charts are tested with made-up ones.
const page = ['results', 'nine-networks', 'where-it-pays', 'uneven-reading', 'real-pictures']
  .map((name) =>
    readFileSync(new URL(`../../../content/chapters/${name}.mdx`, import.meta.url), 'utf8'),
  )
  .join('\n')
  .replaceAll(/^\{has\w+ && (?:.*\}|\([\s\S]*?^\)\})$/gm, '');

/** Conditions and lists that the pages name once. */
const named = new Map(
  [...page.matchAll(/^export const (\w+) = (.*);$/gm)].map(([, name, text]) => [name, text]),
);
/** A literal, with the names in it replaced by what they stand for. */
const literal = (text: string): unknown =>
  parse(
    (named.get(text) ?? text).replace(/(?<=: )\w+(?=[,\s}])/g, (name) => named.get(name) ?? name),
  );

interface Props extends GainsOf {
  id: string;
  of: string;
  where: Conditions;
  show?: string[];
  like?: Conditions;
  together?: Together;
}

/** The attributes of each element of that name on the page; JavaScript's plain literals are YAML's too. */
function elements(name: string): Props[] {
  return [...page.matchAll(new RegExp(`<${name} (.*)/>`, 'g'))].map(([, attributes]) => {
    const given = attributes.matchAll(/(\w+)=(?:"([^"]*)"|\{((?:\{[^}]*\}|[^{}])*)\})/g);
    const props: unknown = Object.fromEntries(
      [...given].map(([, key, text, value]) => [key, text ?? literal(value)]),
    );
    return props as Props;
  });
}

/** Drawn once, however often it is looked at. */
const once = <T>(draw: () => T): (() => T) => {
  let drawn: T | undefined;
  return () => {
    drawn ??= draw();
    return drawn;
  };
};

const charts: [id: string, panels: () => Panel[]][] = [
  ['gain-chart', () => publishedGainPanels],
  ['cost-chart', () => publishedCostPanels],
  ...elements('Runs').map((at): [string, () => Panel[]] => [
    at.id,
    once(() =>
      at.together
        ? [measuresPanel(at.of, at.where, at.show, at.together)]
        : runPanels(at.of, at.where, at.show, at.like),
    ),
  ]),
  ...elements('Frontier').map((at): [string, () => Panel[]] => [
    at.id,
    once(() => frontierPanels(at.of, at.where)),
  ]),
  ...elements('Gains').map((at): [string, () => Panel[]] => [at.id, once(() => gainPanels(at))]),
];

it('finds every chart of the page', () => {
  expect(charts).toHaveLength([...page.matchAll(/^<(Runs|Frontier|Gains|Published\w+) /gm)].length);
});

/** The drawings of a chart, by the names of their files. */
const drawings = (id: string, panels: readonly Panel[]): [file: string, markup: string][] =>
  panels.flatMap(({ key, markup }) =>
    markup
      .split(/(?<=<\/svg>)(?=<svg)/)
      .map((chart, i): [string, string] => [`${id}-${key}-${['wide', 'narrow'][i]}.svg`, chart]),
  );

it('leaves no snapshot of a chart that is no more', () => {
  const drawn = charts.flatMap(([id, panels]) => drawings(id, panels()).map(([file]) => file));
  expect(leftOver('charts', drawn)).toEqual([]);
});

describe.each(charts)('%s', (id, panels) => {
  it('is drawn as ever', async () => {
    expect(panels().length).toBeGreaterThan(0);
    for (const [file, chart] of drawings(id, panels()))
      await expect(readable(chart)).toMatchFileSnapshot(`../../snapshots/charts/${file}`);
  });
});
