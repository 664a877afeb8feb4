// What surrounds a reader's own picture in the lab: the bar of its true boxes, and its crop.
import { html, nothing, type TemplateResult } from 'lit';
import { checkbox } from '#components/kit/checkbox.ts';
import type { OwnPicture } from '#components/kit/own-picture.ts';
import { ownBoxes as words } from '#content/words/en/own-boxes.ts';
import type { BarAction } from '../edit-bar.ts';
import { opening } from '../opening.ts';
import type { LabView } from '../view.ts';
import type { HeldBox, SeenBox } from './boxes.ts';
import type { Drawing } from './drawing.ts';

/** The boxes as handles. */
export function heldBoxes(seen: readonly SeenBox[]): HeldBox[] {
  return seen.map((box) => ({ ...box, label: words.box(box.kind, box) }));
}

export function boxesBar(drawing: Drawing): TemplateResult {
  const { history, object } = drawing;
  return html`${checkbox(words.draw, drawing.draws, (draws) => drawing.setDraws(draws), 'draws')}
    <edit-bar boxes ?chosen=${object !== null} ?undo=${history.canUndo} ?redo=${history.canRedo}
      .kinds=${drawing.classes} .kind=${object?.kind ?? drawing.kind} .said=${drawing.said}
      @bar=${({ detail }: CustomEvent<BarAction>) => drawing.act(detail)}></edit-bar>
    ${drawing.renamed.length > 0 ? html`<p role="status">${words.renamed(drawing.renamed, drawing.classes[0])}</p>` : nothing}`;
}

/** The crop. */
export function cropPart(view: LabView, source: OwnPicture | null): TemplateResult {
  return opening(
    words.crop.title,
    { view, part: 'crop' },
    () => import('./crop-picture.ts'),
    view.opened.has('crop')
      ? html`<crop-picture .source=${source} .frame=${source?.frame}></crop-picture>`
      : nothing,
  );
}
