import type { APIRoute, GetStaticPaths } from 'astro';
import { frameCode } from '#components/figure/embed-code.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { CREATOR, LICENCE } from '#lib/export/index.ts';
import { figureNames, loadFigure } from '#lib/figures/index.ts';
import { CARD } from '../../posters/card.ts';
import { postersOf } from '../../posters/list.ts';
import { absolute } from '../../url.ts';

/** Room for the controls under a drawing, px. */
const CONTROLS = 72;
const DAY = 86_400;

/** What a site needs to show a figure in place of a link to it, by the rules of oembed.com. */
export const getStaticPaths = (() =>
  figureNames.map((name) => ({ params: { name }, props: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ name: string }> = async ({ props: { name }, site }) => {
  const [{ figure, values }] = postersOf(await loadFigure(name, english));
  const size = figure.size(values, { layout: 'wide' });
  const [width, height] = [Math.ceil(size.width), Math.ceil(size.height) + CONTROLS];
  const source = absolute(`/embed/${name}/`, site);
  const json = {
    version: '1.0',
    type: 'rich',
    title: figure.title,
    author_name: CREATOR,
    provider_name: CREATOR,
    provider_url: absolute('/', site),
    cache_age: DAY,
    html: frameCode({ source, title: figure.title, shape: { width, height } }),
    width,
    height,
    thumbnail_url: absolute(`/posters/cards/${name}.png`, site),
    thumbnail_width: CARD.width,
    thumbnail_height: CARD.height,
    license: LICENCE.address,
  };
  return new Response(`${JSON.stringify(json, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json' },
  });
};
