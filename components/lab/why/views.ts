// What is drawn of one detector's answer around one object. Pure: the element only says where.
import { html, nothing, svg, type TemplateResult } from 'lit';
import { mapImage, type Piece, pieceAround, pieceImage } from '#components/kit/map-images.ts';
import type { Picture } from '#components/kit/picture/picture.ts';
import { why as words } from '#content/words/en/why.ts';
import {
  type Candidate,
  cellsNear,
  type FeatureMap,
  type NearbyCell,
  shareInside,
  standingOut,
} from '#lib/analysis/index.ts';
import type { Box, Level, Truth } from '#lib/detection/index.ts';
import '#components/kit/pixel-view.ts';

/** Where an object or a false alarm is looked at: the picture, and the piece of it that is shown. */
export interface Spot {
  picture: Picture;
  piece: Piece;
  /** What is asked about: a place and a class. */
  object: Truth;
  /** What is there in truth. */
  truths: readonly Truth[];
}

/** Least side of what is shown, px. */
const SIDE = 48;

/** What is around a place, most of all what stands there in truth. */
export function spotOf(picture: Picture, object: Truth, truths: readonly Truth[]): Spot {
  const { x, y, width, height } = object;
  const side = Math.max(SIDE, Math.round(2.5 * Math.max(width, height)));
  return {
    picture,
    object,
    truths,
    piece: pieceAround(picture, x + width / 2, y + height / 2, side),
  };
}

/** Channels shown of a map without phases, and of one with them. */
const CHANNELS = 6;
const WITH_PHASES = 3;

const rect = (kind: string, { x, y, width, height }: Box) =>
  svg`<rect class=${kind} x=${x} y=${y} width=${width} height=${height}></rect>`;

const over = ({ x, y, side }: Piece, what: unknown) =>
  html`<svg viewBox="${x} ${y} ${side} ${side}" aria-hidden="true">${what}</svg>`;

/** Scores fainter than this have no bar. */
const FAINT = 0.005;
/** Scores from here on have their number beside the bar; fainter ones would hide the picture. */
const NUMBERED = 0.05;
/** Room around a bar, as a part of its cell. */
const ROOM = 0.06;
/** Cells at least so large, as a part of what is shown, have room for a number on every bar. */
const ROOMY = 1 / 7;

/** The picture with the cells of one level over it: in each a bar for every anchor, as long as its score is high. */
export function scoresView(
  name: string,
  { picture, piece, object, truths }: Spot,
  { level, index, box }: { level: Level; index: number; box: Candidate | undefined },
): TemplateResult {
  const area = { x: piece.x, y: piece.y, width: piece.side, height: piece.side };
  const cells = cellsNear(level, area, object.classIndex);
  const most = Math.max(...cells.flatMap(({ scores }) => scores));
  const place = box?.place.level === index ? box.place : undefined;
  const roomy = level.stride / piece.side >= ROOMY;
  return html`<pixel-view .image=${pieceImage(picture, piece)} label=${words.scoresLabel(name, most)}>
      ${over(piece, [
        cells.map((cell) => {
          const decides = place?.row === cell.row && place.column === cell.column;
          return barsOf(cell, level.stride, { decides: decides ? place.anchor : -1, roomy });
        }),
        truths.map((truth) => rect('truth', truth)),
        box ? rect('box', box) : nothing,
      ])}
    </pixel-view>
    <ul class="hidden">${cells
      .filter(({ scores, anchor }) => scores[anchor] >= FAINT)
      .map(({ row, column, scores }) => html`<li>${words.cell(row, column, scores)}</li>`)}</ul>`;
}

/** One cell: its bars from the first anchor down; its number stands at the end of the longest, or of all where there is room. */
function barsOf(
  { row, column, scores, anchor: best }: NearbyCell,
  stride: number,
  { decides, roomy }: { decides: number; roomy: boolean },
) {
  const cell = { x: column * stride, y: row * stride, width: stride, height: stride };
  const room = ROOM * stride;
  const height = (stride - room) / scores.length - room;
  const bars = scores.map((score, anchor) => ({
    ...{ score, anchor, height },
    x: cell.x + room,
    y: cell.y + room + anchor * (height + room),
    width: score * (stride - 2 * room),
  }));
  const shown = bars.filter(({ score }) => score >= FAINT);
  const numbered = shown.filter(({ score }) => score >= NUMBERED);
  return svg`${rect(numbered.length > 0 ? 'cell said' : 'cell', cell)}
    ${shown.map((bar) => rect(bar.anchor === decides ? 'bar decides' : 'bar', bar))}
    ${numbered
      .filter(({ anchor }) => roomy || anchor === best)
      .map(
        ({ score, y }) =>
          svg`<text x=${cell.x + stride - room} y=${y + height / 2} font-size=${Math.min(2, 0.26 * stride)}>${score.toFixed(2).replace(/^0/, '')}</text>`,
      )}
    ${decides < 0 ? nothing : rect('decisive', cell)}`;
}

/** The gradient of a score, [height * width] of what the detector read, around the object. */
export function gradientView(
  name: string,
  { piece, object, truths }: Spot,
  map: Float32Array,
  width: number,
): TemplateResult {
  const most = map.reduce((a, b) => Math.max(a, b), 0);
  const image = cropped(map, width, 1, 0, piece, { low: 0, high: most || 1 });
  return html`<pixel-view .image=${image} label=${words.gradientLabel(name, most)}>
      ${over(
        piece,
        truths.map((truth) => rect('truth', truth)),
      )}
    </pixel-view>
    <p class="small">${words.gradientMost(most, shareInside(map, width, object), truths.includes(object))}</p>`;
}

/** Channels of a layer around the object: those that stand out there; a space-to-depth's as four phases each. */
export function mapsView(place: Spot, map: FeatureMap, phases: boolean): TemplateResult {
  const { piece, object, truths } = place;
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
    return html`<pixel-view .image=${image} label=${words.mapLabel(channel)}>${over(
      shown,
      truths.map((truth) => rect('truth', truth)),
    )}</pixel-view>`;
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
