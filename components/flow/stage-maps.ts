import { html, nothing, svg, type TemplateResult } from 'lit';
import {
  channelAt,
  channelOf,
  liveliest,
  mapImage,
  mosaic,
  rangeOf,
  tilingOf,
} from '#components/kit/map-images.ts';
import { pictureImage } from '#components/kit/pixel-image.ts';
import { flowStages } from '#content/words/en/flow-stages.ts';
import type { Scene } from '#lib/scenes/index.ts';
import type { SeenMap } from './seen.ts';
import '#components/kit/pixel-view.ts';
import { frames } from './stage-input.ts';

const words = flowStages.maps;

/** A map by its place, and one of its channels. */
export interface Choice {
  map: number;
  channel?: number | undefined;
}

export interface MapsState {
  maps: SeenMap[];
  scene: Scene;
  /** What the reader looks at; the liveliest channel where none was chosen. */
  chosen: Choice;
  choose(map: number, channel?: number): void;
}

/** A short number, and a true minus. */
const short = (n: number) => n.toFixed(2).replace('-', '−');

/** Maps as mosaics of all their channels, and one channel large beside the scene. */
export function mapsStage(text: string, state: MapsState): TemplateResult {
  const { maps, chosen, choose } = state;
  const index = Math.min(chosen.map, maps.length - 1);
  const names = maps.map((map, i) => `${map.level}${again(maps, i)}`);
  const channel = chosen.channel ?? liveliest(maps[index].data, maps[index].shape);
  return html`<p>${text}</p>
    <div class="maps">
      <div class="mosaics">
        ${maps.map((map, i) => mosaicOf(map, names[i], i === index ? channel : undefined, (c) => choose(i, c)))}
      </div>
      <div>
        <div class="controls">
          <fieldset class="control segments">
            <legend>${words.choose}</legend>
            <div>${maps.map(
              (
                _,
                i,
              ) => html`<label><input type="radio" name="map" value=${i} .checked=${i === index}
                  @change=${() => choose(i)} /><span>${names[i]}</span></label>`,
            )}</div>
          </fieldset>
          <label class="control"><span>${words.channel} <output aria-hidden="true">${channel}</output></span>
            <input type="range" name="channel" aria-label=${words.channel} min="0" max=${maps[index].shape.channels - 1} .value=${String(channel)}
              @input=${(e: Event) => choose(index, Number((e.target as HTMLInputElement).value))} />
          </label>
        </div>
        ${closeUp(maps[index], names[index], channel, state.scene)}
      </div>
    </div>`;
}

/** A level that occurs twice gets a mark the second time. */
function again(maps: SeenMap[], i: number): string {
  return maps.findIndex(({ level }) => level === maps[i].level) < i ? '′' : '';
}

function mosaicOf(
  map: SeenMap,
  name: string,
  channel: number | undefined,
  pick: (channel: number) => void,
): TemplateResult {
  const { shape, data, row, module, shrunkBy } = map;
  const { height, width, channels } = shape;
  const tiling = tilingOf(shape);
  const picked = (event: CustomEvent<{ x: number; y: number }>) => {
    const found = channelAt(shape, event.detail.x, event.detail.y);
    if (found !== undefined) pick(found);
  };
  const frame =
    channel === undefined
      ? nothing
      : svg`<rect class="picked" x=${(channel % tiling.columns) * tiling.pitchX} y=${Math.floor(channel / tiling.columns) * tiling.pitchY} width=${width} height=${height} />`;
  return html`<figure class=${channel === undefined ? nothing : 'chosen'}>
    <pixel-view class="pickable" .image=${mosaic(data, shape, rangeOf(data))} label=${words.all(name, channels)} @pick=${picked}>
      <svg viewBox="0 0 ${tiling.width} ${tiling.height}" aria-hidden="true">${frame}</svg>
    </pixel-view>
    <figcaption><strong>${words.caption(name, height, width, channels)}</strong>
      <span>${words.count(data.length)}, ${words.made(row, module)}.</span>
      ${shrunkBy ? html`<span>${words.halved(shrunkBy.row, flowStages.rows[shrunkBy.module] ?? shrunkBy.module)}</span>` : nothing}
    </figcaption>
  </figure>`;
}

function closeUp(
  { data, shape }: SeenMap,
  name: string,
  channel: number,
  scene: Scene,
): TemplateResult {
  const { height, width, channels } = shape;
  const range = rangeOf(data);
  const title = words.channelOf(channel, name);
  return html`<div class="pair">
    <figure>
      <pixel-view .image=${mapImage(channelOf(data, channels, channel), width, height, range)} label=${title}>${frames(scene)}</pixel-view>
      <figcaption><strong>${title}</strong> <span>${words.scale(short(range.low), short(range.high))}</span></figcaption>
    </figure>
    <figure>
      <pixel-view .image=${pictureImage(scene)} label=${words.sceneBeside}>${frames(scene)}</pixel-view>
      <figcaption>${words.sceneBeside}</figcaption>
    </figure>
  </div>`;
}
