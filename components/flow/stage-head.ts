import { html, nothing, svg, type TemplateResult } from 'lit';
import { mapImage } from '#components/kit/map-images.ts';
import { flowStages } from '#content/words/en/flow-stages.ts';
import { type AnchorPlace, answerAt, type Level, objectnessMap } from '#lib/detection/index.ts';
import { CLASSES } from '#lib/scenes/classes.ts';
import '#components/kit/pixel-view.ts';

const words = flowStages.head;
/** Answers that the slider reaches; the others by a click. */
const MOST = 50;
const WHOLE = { low: 0, high: 1 };

export interface HeadState {
  levels: Level[];
  /** Surest first. */
  places: AnchorPlace[];
  place: AnchorPlace;
  choose(place: AnchorPlace): void;
}

/** "P3" */
export function levelName({ stride }: Level): string {
  return `P${Math.log2(stride)}`;
}

/** Objectness of every cell and anchor, and all that one of them says. */
export function headStage(state: HeadState): TemplateResult {
  const { levels, places } = state;
  return html`<p>${words.text(places.length)}</p>
    <div class="head">
      <div class="objectness">${levels.map((level, i) => levelRow(state, level, i))}</div>
      <div>
        ${rankSlider(state)}
        <p class="small">${words.pick}</p>
        ${answerTable(state)}
      </div>
    </div>`;
}

/** The slider that walks through the answers, the surest first; the head and the anchors share it. */
export function rankSlider({ places, place, choose }: HeadState): TemplateResult {
  const rank = places.findIndex((other) => same(other, place)) + 1;
  const said = words.rankValue(rank, places.length);
  return html`<label class="control"><span>${words.rank} <output aria-hidden="true">${said}</output></span>
    <input type="range" name="rank" aria-label=${words.rank} min="1" max=${MOST} aria-valuetext=${said}
      .value=${String(Math.min(rank, MOST))}
      @input=${(e: Event) => choose(places[Number((e.target as HTMLInputElement).value) - 1])} />
  </label>`;
}

function same(a: AnchorPlace, b: AnchorPlace): boolean {
  return a.level === b.level && a.row === b.row && a.column === b.column && a.anchor === b.anchor;
}

function levelRow({ place, choose }: HeadState, level: Level, i: number): TemplateResult {
  const name = levelName(level);
  return html`<div role="group" aria-label=${words.level(name, level.stride)}>
    <p class="small"><strong>${words.level(name, level.stride)}</strong></p>
    <div class="three">${level.anchors.map(([w, h], anchor) => {
      const image = mapImage(objectnessMap(level, anchor), level.width, level.height, WHOLE);
      const pick = ({ detail }: CustomEvent<{ x: number; y: number }>) =>
        choose({ level: i, row: Math.floor(detail.y), column: Math.floor(detail.x), anchor });
      const here = place.level === i && place.anchor === anchor;
      return html`<figure>
        <pixel-view class="pickable" .image=${image} label=${words.map(name, w, h)} @pick=${pick}>
          <svg viewBox="0 0 ${level.width} ${level.height}" aria-hidden="true">
            ${here ? svg`<rect class="picked" x=${place.column} y=${place.row} width="1" height="1" />` : nothing}
          </svg>
        </pixel-view>
        <figcaption>${words.anchor(w, h)}</figcaption>
      </figure>`;
    })}</div>
  </div>`;
}

export function placeName(levels: Level[], { level, row, column, anchor }: AnchorPlace): string {
  const [w, h] = levels[level].anchors[anchor];
  return words.place(levelName(levels[level]), row, column, w, h);
}

function answerTable({ levels, place }: HeadState): TemplateResult {
  const { logits, objectness, classes, box } = answerAt(levels, place);
  const means = [
    words.pixels(box.x + box.width / 2),
    words.pixels(box.y + box.height / 2),
    words.pixels(box.width),
    words.pixels(box.height),
    objectness.toFixed(3),
    ...classes.map((p) => p.toFixed(3)),
  ];
  const names = [...words.names, ...CLASSES];
  return html`<table>
    <caption>${placeName(levels, place)}</caption>
    <thead><tr>${words.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>${names.map(
      (name, i) => html`<tr><th scope="row">${name}</th>
        <td>${logits[i].toFixed(2).replace('-', '−')}</td><td>${means[i]}</td></tr>`,
    )}</tbody>
  </table>`;
}
