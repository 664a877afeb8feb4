import { describe, expect, it } from 'vitest';
import { posters as inPage } from '#components/figure/posters.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { figureNames, loadFigure } from '#lib/figures/index.ts';
import { themes } from '#lib/figures/kit/themes.ts';
import { GET as oembed } from '../../../site/pages/oembed/[name].json.ts';
import { CARD, cardOf } from '../../../site/posters/card.ts';
import { allPosters, posterSvg, postersOf, posterThemes } from '../../../site/posters/list.ts';
import { pngOf } from '../../../site/posters/pixels.ts';

const SITE = new URL('https://strideless.example/');
const inSite = (path: string) => new URL(path, SITE).href;
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer);
  return [view.getUint32(16), view.getUint32(20)];
};

const isLight = (file: string) => !file.endsWith('_dark');

describe('posters', () => {
  it('keep their addresses: other people’s pages link to them', async () => {
    const files = (await allPosters()).map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
    expect(files.filter((file) => !/^[a-z0-9.-]+(_dark)?$/.test(file))).toEqual([]);
    const [light, dark] = [files.filter(isLight), files.filter((file) => !isLight(file))];
    expect(dark).toEqual(light.map((file) => `${file}_dark`));
    expect(light).toMatchInlineSnapshot(`
      [
        "microscope",
        "microscope-a-car-of-8-pixels",
        "microscope-moved-by-4-pixels",
        "microscope-dark-paint",
        "microscope-a-car-of-24-pixels",
        "microscope-a-whole-scene",
        "shift",
        "shift-one-halving",
        "shift-two-halvings",
        "shift-two-pixels-long",
        "footprint",
        "footprint-3x3-one-halving",
        "footprint-3x3-three",
        "footprint-3x3-five",
        "footprint-6x6-three",
        "footprint-7x7-three",
        "footprint-as-published",
        "rebuild",
        "rebuild-spd-1x1-two-channels",
        "rebuild-spd-1x1-four",
        "rebuild-3x3-2-one-channel",
        "rebuild-3x3-2-four",
        "rebuild-1x1-2-four",
        "rebuild-3x3-2-four-float16",
        "rebuild-spd-1x1-four-float16",
        "reads",
        "reads-3x3-2",
        "reads-3x3-3",
        "reads-2x2-2",
        "reads-6x6-2",
        "reads-spd-3x3",
        "reads-1x1-2",
        "space-to-depth",
        "block",
        "block-3x3-after-spd",
        "block-1x1-after-spd",
        "block-c2-s2c1",
        "block-block-size-3",
        "sub-maps",
        "sub-maps-s-2",
        "sub-maps-s-3",
        "sub-maps-s-4",
        "anchors",
        "anchors-a-car",
        "anchors-a-very-small-thing",
        "anchors-a-long-bus",
        "anchors-large",
        "anchors-on-a-corner-of-cells",
        "nms",
        "nms-two-cars",
        "nms-low-threshold",
        "nms-high-threshold",
        "nms-far-apart",
        "yaml-rows",
        "yaml-rows-one-row",
        "yaml-rows-the-backbone",
        "yaml-rows-all-six",
        "small-objects",
        "focus",
        "focus-from-focus",
        "focus-from-6x6-2",
        "disguise",
        "disguise-spd-3x3-6x6-2",
        "disguise-spd-1x1-2x2-2",
        "disguise-block-size-3",
        "disguise-3x3-2-spd-2x2",
        "disguise-7x7-2-spd-4x4",
        "disguise-1x1-2-spd-1x1",
        "architecture",
        "architecture-as-published",
        "architecture-as-drawn",
        "architecture-as-copied",
        "architecture-pooling",
        "architecture-resnet-18",
        "architecture-resnet18-as-coded",
        "architecture-resnet-50",
      ]
    `);
  });

  it('show the figure under its preset, and tell its address and licence', async () => {
    const posters = postersOf(await loadFigure('reads', english));
    const poster = posters.find(({ label }) => label === '6×6 / 2');
    if (!poster) throw new Error('the preset is gone');
    const { svg, about } = await posterSvg(poster, inSite);
    expect(svg).toContain('6 × 6');
    expect(svg).toContain('<dc:source>https://strideless.example/embed/reads/?kernel=6');
    expect(about.description).toContain('6');
    const png = pngOf(svg, 1520, about);
    expect(sizeOf(png)[0]).toBe(1520);
    expect(Buffer.from(png).toString('latin1')).toContain('CC BY 4.0');
    // Without its letters it is another picture: the typefaces were found.
    const mute = pngOf(svg.replaceAll(/<text[^>]*>[^<]*<\/text>/g, ''), 1520, about);
    expect(mute.length).toBeLessThan(png.length * 0.9);
    expect(pngOf(svg, 1520, about)).toEqual(png);
  });

  it('stand on the ground of their theme, with the same words', async () => {
    const figure = await loadFigure('space-to-depth', english);
    const [light, dark] = await Promise.all(
      posterThemes.map(async (theme) => (await posterSvg(postersOf(figure, theme)[0], inSite)).svg),
    );
    const ground = (svg: string) => /<rect[^>]* fill="(#[0-9a-f]+)"/.exec(svg)?.[1];
    expect([ground(light), ground(dark)]).toEqual([themes.light.paper, themes.dark.paper]);
    const texts = (svg: string) =>
      [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(texts(light).length).toBeGreaterThan(5);
    expect(texts(dark)).toEqual(texts(light));
  });

  it('make cards for links: the title over the drawing', async () => {
    const [poster] = postersOf(await loadFigure('space-to-depth', english));
    const { svg, about } = await posterSvg(poster, inSite);
    const card = cardOf('A < B', svg, about.size);
    expect(card).toContain('>A &lt; B</text>');
    expect(sizeOf(pngOf(card, CARD.width, about))).toEqual([1200, 630]);
  });
});

it.each(figureNames)(
  'oEmbed of %s: a frame, and a picture for those who show none',
  async (name) => {
    const response = await oembed({ props: { name }, site: SITE } as never);
    const json = await response.json();
    expect(json).toMatchObject({ version: '1.0', type: 'rich', width: 760, thumbnail_width: 1200 });
    expect(json.html).toContain(`src="https://strideless.example/embed/${name}/"`);
    expect(json.html).toContain(`height="${json.height}"`);
    expect(json.thumbnail_url).toBe(`https://strideless.example/posters/cards/${name}.png`);
  },
);

it('a figure in a page shows the scene that its parameters ask for before any script runs', async () => {
  const figures = await Promise.all(figureNames.map((name) => loadFigure(name, english)));
  const asking = figures.filter(({ pictureFor }) => pictureFor);
  expect(asking.map(({ name }) => name).sort()).toEqual([
    'microscope',
    'rebuild',
    'space-to-depth',
  ]);
  for (const { name } of asking) {
    const painted = async (scene: number) =>
      (await inPage(name, { scene }, 'd')).markup.match(/data:image\/png[^"]*|fill="#[^"]*/g);
    const [none, third, fourth] = await Promise.all([0, 3, 4].map(painted));
    expect(third, name).toBeTruthy();
    for (const other of [none, fourth]) expect(third, name).not.toEqual(other);
  }
});
