import type { APIRoute, GetStaticPaths } from 'astro';
import { frameCode } from '#components/figure/embed-code.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { CREATOR, LICENCE } from '#lib/export/index.ts';
import { figureNames, loadFigure, type Size } from '#lib/figures/index.ts';
import { LABS } from '../../labs.ts';
import { CARD } from '../../posters/card.ts';
import { postersOf } from '../../posters/list.ts';
import { absolute } from '../../url.ts';

/** Room for the controls under a drawing, px. */
const CONTROLS = 72;
/** Of a lab, which scrolls in its frame: oEmbed knows no height that grows. */
const LAB: Size = { width: 900, height: 800 };
const DAY = 86_400;

/** What a site needs to show a figure or a lab in place of a link to it, by the rules of oembed.com. */
export const getStaticPaths = (() =>
  [...figureNames, ...LABS.map(({ name }) => name)].map((name) => ({
    params: { name },
    props: { name },
  }))) satisfies GetStaticPaths;

async function termsOf(name: string): Promise<Size & { title: string }> {
  const lab = LABS.find((one) => one.name === name);
  if (lab) return { title: lab.title, ...LAB };
  const [{ figure, values }] = postersOf(await loadFigure(name, english));
  const { width, height } = figure.size(values, { layout: 'wide' });
  return { title: figure.title, width: Math.ceil(width), height: Math.ceil(height) + CONTROLS };
}

export const GET: APIRoute<{ name: string }> = async ({ props: { name }, site }) => {
  const { title, width, height } = await termsOf(name);
  const source = absolute(`/embed/${name}/`, site);
  const json = {
    version: '1.0',
    type: 'rich',
    title,
    author_name: CREATOR,
    provider_name: CREATOR,
    provider_url: absolute('/', site),
    cache_age: DAY,
    html: frameCode({ source, title, shape: { width, height } }),
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
