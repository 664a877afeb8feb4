// What is drawn of one detector's answer around one object. Pure: the element only says where.
import { html, nothing, svg, type TemplateResult } from 'lit';
import { mapImage, type Piece, pieceImage } from '#components/kit/map-images.ts';
import type { Picture } from '#components/kit/picture/picture.ts';
import { why as words } from '#content/words/en/why.ts';
import {
  type Candidate,
  cellsNear,
  type FeatureMap,
  shareInside,
  standingOut,
} from '#lib/analysis/index.ts';
import type { Box, Level, Truth } from '#lib/detection/index.ts';
import '#components/kit/pixel-view.ts';

/** Where an object is looked at: the picture, the piece of it that is shown, and the object. */
export interface Spot {
  picture: Picture;
  piece: Piece;
  object: Truth;
}

/** Channels shown of a map without phases, and of one with them. */
const CHANNELS = 6;
const WITH_PHASES = 3;

const rect = (kind: string, { x, y, width, height }: Box) =>
  svg`<rect class=${kind} x=${x} y=${y} width=${width} height=${height}></rect>`;

const over = ({ x, y, side }: Piece, what: unknown) =>
  html`<svg viewBox="${x} ${y} ${side} ${side}" aria-hidden="true">${what}</svg>`;

/** The picture with the cells of one level over it, each with the best score of its anchors. */
export function scoresView(
  name: string,
  { picture, piece, object }: Spot,
  { level, index, box }: { level: Level; index: number; box: Candidate | undefined },
): TemplateResult {
  const { stride } = level;
  const area = { x: piece.x, y: piece.y, width: piece.side, height: piece.side };
  const cells = cellsNear(level, area, object.classIndex);
  const most = Math.max(...cells.flatMap(({ scores }) => scores));
  const decides = box?.place.level === index ? box.place : undefined;
  return html`<pixel-view .image=${pieceImage(picture, piece)} label=${words.scoresLabel(name, most)}>
      ${over(piece, [
        cells.map(({ row, column, scores, anchor }) => {
          const [x, y] = [column * stride, row * stride];
          const best = scores[anchor];
          return svg`<rect class="cell" x=${x} y=${y} width=${stride} height=${stride} fill-opacity=${0.1 + 0.75 * best}></rect>
            ${
              best < 0.005
                ? nothing
                : svg`<text x=${x + stride / 2} y=${y + stride / 2} font-size=${Math.min(3.4, 0.36 * stride)}>${best.toFixed(2).replace(/^0/, '')}</text>`
            }`;
        }),
        rect('truth', object),
        box ? rect('box', box) : nothing,
        decides
          ? rect('decides', {
              x: decides.column * stride,
              y: decides.row * stride,
              width: stride,
              height: stride,
            })
          : nothing,
      ])}
    </pixel-view>
    <ul class="hidden">${cells
      .filter(({ scores, anchor }) => scores[anchor] >= 0.005)
      .map(({ row, column, scores }) => html`<li>${words.cell(row, column, scores)}</li>`)}</ul>`;
}

/** The gradient of a score, [height * width] of what the detector read, around the object. */
export function gradientView(
  name: string,
  { piece, object }: Spot,
  map: Float32Array,
  width: number,
): TemplateResult {
  const most = map.reduce((a, b) => Math.max(a, b), 0);
  const image = cropped(map, width, 1, 0, piece, { low: 0, high: most || 1 });
  return html`<pixel-view .image=${image} label=${words.gradientLabel(name, most)}>
      ${over(piece, rect('truth', object))}
    </pixel-view>
    <p class="small">${words.gradientMost(most, shareInside(map, width, object))}</p>`;
}

/** Channels of a layer around the object: those that stand out there; a space-to-depth's as four phases each. */
export function mapsView(place: Spot, map: FeatureMap, phases: boolean): TemplateResult {
  const { piece, object } = place;
  const { data, width, channels, stride } = map;
  const whole = {
    x: Math.floor(piece.x / stride),
    y: Math.floor(piece.y / stride),
    side: Math.max(2, Math.ceil(piece.side / stride)),
  };
  const inside = {
    x: Math.max(0, Math.min(whole.x, width - whole.side)),
    y: Math.max(0, Math.min(whole.y, map.height - whole.side)),
    side: Math.min(whole.side, width, map.height),
  };
  const shown = { x: inside.x * stride, y: inside.y * stride, side: inside.side * stride };
  const one = (channel: number) => {
    const range = rangeIn(data, channels, channel);
    const image = cropped(data, width, channels, channel, inside, range);
    return html`<pixel-view .image=${image} label=${words.mapLabel(channel)}>${over(shown, rect('truth', object))}</pixel-view>`;
  };
  const best = standingOut(map, object);
  if (!phases) {
    return html`<div class="channels">${best
      .slice(0, CHANNELS)
      .map(
        (channel) =>
          html`<figure>${one(channel)}<figcaption>${words.channel(channel)}</figcaption></figure>`,
      )}</div>`;
  }
  const before = channels / 4;
  const sources = [...new Set(best.map((channel) => channel % before))].slice(0, WITH_PHASES);
  return html`<ul class="phases">${words.phases.map((name, i) => html`<li class="p${i}">${name}</li>`)}</ul>
    ${sources.map(
      (source) => html`<p class="small">${words.channel(source)}</p>
        <div class="four">${words.phases.map(
          (name, phase) =>
            html`<figure class="p${phase}">${one(phase * before + source)}<figcaption>${name.slice(0, 1)}</figcaption></figure>`,
        )}</div>`,
    )}`;
}

function rangeIn(data: Float32Array, channels: number, channel: number) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = channel; i < data.length; i += channels) {
    low = Math.min(low, data[i]);
    high = Math.max(high, data[i]);
  }
  return high > low ? { low, high } : { low, high: low + 1 };
}

function cropped(
  data: Float32Array,
  width: number,
  channels: number,
  channel: number,
  { x, y, side }: Piece,
  range: { low: number; high: number },
) {
  const part = Float32Array.from({ length: side * side }, (_, i) => {
    const at = (y + Math.floor(i / side)) * width + x + (i % side);
    return data[at * channels + channel];
  });
  return mapImage(part, side, side, range);
}
