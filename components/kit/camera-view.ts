import { css, html, LitElement, nothing } from 'lit';
import { camera as words } from '#content/words/en/camera.ts';
import { Answer } from './answer.ts';
import './answer-status.ts';
import { controlStyles } from './control-styles.ts';
import { SaidError } from './faults.ts';

/** Why there is no camera, by the name of what the browser throws. */
const FAULTS: Readonly<Record<string, string>> = {
  NotAllowedError: words.refused,
  SecurityError: words.refused,
  NotFoundError: words.absent,
  OverconstrainedError: words.absent,
};

/** @throws SaidError */
async function openCamera(): Promise<MediaStream> {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices?.getUserMedia) throw new SaidError(words.insecure, { again: false });
  try {
    return await devices.getUserMedia({
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 } },
    });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    throw new SaidError(FAULTS[name] ?? words.busy);
  }
}

function close(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/**
 * `<camera-view>`: asks for the camera as soon as it stands in the page, and shows what it sees until a picture is taken.
 * The camera is off when the element is gone, and when the page is no longer seen. Fires `shot` with the picture, an
 * ImageBitmap, and `close` when the reader wants none.
 */
export class CameraView extends LitElement {
  readonly #stream = new Answer<MediaStream>(this);

  static override styles = [
    controlStyles,
    css`
      :host { display: block; }
      video { display: block; width: min(100%, 24rem); background: var(--panel, #222); }
      .bar { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block: 0.5rem; }
      p { margin: 0; color: var(--ink-2); }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#hidden);
    void this.#stream.ask(async (signal) => {
      const stream = await openCamera();
      if (signal.aborted) close(stream);
      return stream;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#hidden);
    close(this.#stream.value);
    this.#stream.reset();
  }

  readonly #hidden = (): void => {
    if (document.hidden) this.#close();
  };

  #close(): void {
    this.dispatchEvent(new Event('close'));
  }

  async #take(): Promise<void> {
    const video = this.renderRoot.querySelector('video');
    if (!video?.videoWidth) return;
    const detail = await createImageBitmap(video);
    close(this.#stream.value);
    this.dispatchEvent(new CustomEvent<ImageBitmap>('shot', { detail }));
  }

  protected override updated(): void {
    const video = this.renderRoot.querySelector('video');
    const stream = this.#stream.value;
    if (!video || !stream || video.srcObject === stream) return;
    video.srcObject = stream;
    // Where it is gone before it plays, nobody waits for it.
    video.play().catch(() => {});
  }

  override render() {
    const { status } = this.#stream;
    return html`
      <answer-status .answer=${this.#stream} working=${words.asking}></answer-status>
      ${status === 'done' ? html`<video playsinline muted aria-label=${words.live}></video>` : nothing}
      <div class="bar">
        ${status === 'done' ? html`<button type="button" class="primary" @click=${this.#take}>${words.take}</button>` : nothing}
        <button type="button" @click=${this.#close}>${words.close}</button>
      </div>
      <p>${words.promise}</p>`;
  }
}

customElements.define('camera-view', CameraView);
