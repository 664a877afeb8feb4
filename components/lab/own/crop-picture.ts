import { css, html, LitElement } from 'lit';
import type { OwnPicture } from '#components/kit/own-picture.ts';
import { type Frame, type Picture, WHOLE } from '#components/kit/picture/picture.ts';
import '#components/kit/scene-view.ts';
import { controlStyles } from '#components/kit/control-styles.ts';
import { ownBoxes } from '#content/words/en/own-boxes.ts';
import type { Command } from '../commands.ts';
import './box-handles.ts';
import type { BoxHandled } from './boxes.ts';
import { commanded, inside, toPixels, toShares } from './boxes.ts';

const words = ownBoxes.crop;
/** Longer side of the whole picture here, px. */
const SIDE = 320;
/** The smallest part, in pixels of that. */
const LEAST = 16;

/** `<crop-picture>`: the whole of the reader's picture, and a frame around the part that is looked at. */
export class CropPicture extends LitElement {
  static override properties = {
    source: { attribute: false },
    frame: { attribute: false },
    whole: { state: true },
  };

  /** Whose picture is cropped. */
  declare source: OwnPicture | null;
  declare frame: Frame;
  declare whole: Picture | null;

  constructor() {
    super();
    this.source = null;
    this.frame = WHOLE;
    this.whole = null;
  }

  static override styles = [
    controlStyles,
    css`
      :host { display: block; }
      .stage { position: relative; width: min(100%, 20rem); margin-block: 0.5rem; }
      p { margin: 0.5rem 0; color: var(--ink-2); max-width: 46rem; }
    `,
  ];

  protected override willUpdate(changed: Map<string, unknown>): void {
    const { source } = this;
    if (!source || !changed.has('source')) return;
    const read = async () => {
      this.whole = await source.whole(SIDE);
    };
    source.addEventListener('taken', read);
    void read();
  }

  #handle({ detail }: CustomEvent<BoxHandled>): void {
    const { whole, source } = this;
    if (!whole || !source) return;
    const before = toPixels(this.frame, WHOLE, whole);
    const box = detail.box ?? (detail.command ? commanded(before, strides(detail.command)) : null);
    if (!box) return;
    const frame = toShares(inside(box, whole, LEAST), WHOLE, whole);
    this.frame = frame.width === 1 && frame.height === 1 ? WHOLE : frame;
    source.frame = this.frame;
  }

  override render() {
    const { whole, frame } = this;
    if (!whole) return html``;
    const held = { id: 'frame', label: words.of(frame), ...toPixels(frame, WHOLE, whole) };
    return html`<p>${words.text}</p>
      <div class="stage" @box=${(event: CustomEvent<BoxHandled>) => {
        event.stopPropagation();
        this.#handle(event);
      }} @named=${(event: Event) => event.stopPropagation()}>
        <scene-view .picture=${whole} label=${words.frame}></scene-view>
        <box-handles keys .boxes=${[held]} selected="frame" .selected=${'frame'} .extent=${whole} label=${words.frame}></box-handles>
      </div>
      <p role="status">${words.of(frame)}</p>
      <button type="button" @click=${() => {
        this.frame = WHOLE;
        if (this.source) this.source.frame = WHOLE;
      }}>${words.whole}</button>`;
  }
}

/** A key's step is eight pixels of the small picture here. */
function strides(command: Command): Command {
  if (command.do === 'move' || command.do === 'stretch')
    return { ...command, dx: 8 * command.dx, dy: 8 * command.dy };
  return command.do === 'resize' ? { ...command, by: 8 * command.by } : command;
}

customElements.define('crop-picture', CropPicture);
