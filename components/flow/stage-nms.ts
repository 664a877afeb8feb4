import { html, type TemplateResult } from 'lit';
import { marksOf, tally } from '#components/kit/marks.ts';
import '#components/kit/scene-view.ts';
import { flowStages } from '#content/words/en/flow-stages.ts';
import { lab } from '#content/words/en/lab.ts';
import { SHOWN } from '#lib/detection/index.ts';
import { CLASSES } from '#lib/scenes/classes.ts';
import { THRESHOLD } from './parameters.ts';
import type { Seen } from './seen.ts';

const words = flowStages.nms;

/** What stays, marked as in the lab, and what became of every box. */
export function nmsStage({ scene, verdicts, kept }: Seen, labHref: string): TemplateResult {
  const marks = marksOf(kept, scene.objects);
  const counts = tally(marks);
  const said = words.found(counts.hit, scene.objects.length, counts.class, counts.false);
  return html`<p>${words.text(verdicts.length, kept.length, THRESHOLD, SHOWN.iouThreshold)}</p>
    <div class="head">
      <figure>
        <scene-view .picture=${scene} .marks=${marks} .classes=${CLASSES} label=${said}></scene-view>
        <figcaption><span class="tally" role="status">${said}</span> <a href=${labHref}>${words.inLab}</a></figcaption>
      </figure>
      <div>
        ${verdicts.length > 0 ? verdictTable(verdicts) : html`<p>${words.nothing}</p>`}
        <div class="scroll" tabindex="0" role="region" aria-label=${words.boxes}><table class="boxes">
          <caption>${words.boxes}</caption>
          <thead><tr>${lab.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
          <tbody>${marks.map(
            (mark) => html`<tr><td>${CLASSES[mark.classIndex]}</td><td>${lab.kinds[mark.kind]}</td>
              <td>${Math.max(mark.width, mark.height).toFixed(1)}</td>
              <td>${mark.score === undefined ? '–' : mark.score.toFixed(2)}</td></tr>`,
          )}</tbody>
        </table></div>
      </div>
    </div>`;
}

/** Every box that is sure enough, best first, and why it stays or goes. */
function verdictTable(verdicts: Seen['verdicts']): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.verdicts}><table class="verdicts">
          <caption>${words.verdicts}</caption>
          <thead><tr>${words.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
          <tbody>${verdicts.map(
            (
              { detection, by, overlap },
              i,
            ) => html`<tr class=${by === undefined ? 'stays' : 'gone'}>
              <td>${i + 1}</td><td>${CLASSES[detection.classIndex]}</td><td>${detection.score.toFixed(2)}</td>
              <td>${by === undefined ? words.stays : words.gives(by + 1, overlap.toFixed(2))}</td></tr>`,
          )}</tbody>
        </table></div>`;
}
