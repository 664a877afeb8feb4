// <strideless-lab name="classify">: a lab in any page of any origin. It needs far more code than a figure, and workers, so it
// stands in a frame; this file is all that is fetched before a reader comes near one.

import { NEAR } from '#components/kit/near.ts';
import { words } from '#content/words/en/element.ts';
import { kit } from '#content/words/en/kit.ts';
import { LABS, type LabEvent, PREFIX } from './protocol.ts';

const STYLES = `
  :host { display: block; position: relative; }
  :host([hidden]) { display: none; }
  iframe { display: block; width: 100%; height: 40rem; border: 0; color-scheme: light; }
  :host([fit="contain"]) iframe { height: 100% !important; }
  iframe.waiting { position: absolute; inset: 0; visibility: hidden; }
  i { position: absolute; visibility: hidden; color: light-dark(rgb(0, 0, 1), rgb(0, 0, 2)); transition: color 1ms; }
`;

/** Attributes that are HTML's own, or this element's. */
const OWN =
  /^(?:id|class|style|slot|hidden|title|lang|dir|tabindex|part|name|fit|(?:data|aria)-.*|on.*)$/;
/** Milliseconds after which it is said that nothing has come. */
const LIMIT = 30_000;

/** An attribute's name is small: `size-min` is the parameter sizeMin. */
const parameterOf = (attribute: string) =>
  attribute.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Defines <strideless-lab> for the labs of the notebook at `site`, unless the page has it already. */
export function defineLab(site: URL): void {
  if (customElements.get('strideless-lab')) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);

  class StridelessLab extends HTMLElement {
    static readonly observedAttributes = ['name', 'theme'];
    readonly #root = this.attachShadow({ mode: 'open' });
    /** Its colour says which colours suit the page. */
    readonly #probe = document.createElement('i');
    /** What the page shows until the lab is there. */
    readonly #before = document.createElement('slot');
    #frame: HTMLIFrameElement | undefined;
    #params: Readonly<Record<string, unknown>> = {};
    #isReady = false;
    /** What was asked of the lab before it was there. */
    #wishes: Record<string, unknown> = {};
    #leave = new AbortController();

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.append(this.#probe, this.#before);
      this.#probe.addEventListener('transitionend', () => this.#dress());
    }

    connectedCallback(): void {
      this.#leave = new AbortController();
      const { signal } = this.#leave;
      const near = new IntersectionObserver(
        (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#arrive(),
        { rootMargin: NEAR },
      );
      near.observe(this);
      signal.addEventListener('abort', () => near.disconnect());
      addEventListener('message', (event) => this.#hear(event), { signal });
    }

    disconnectedCallback(): void {
      this.#leave.abort();
      // A frame that is taken out of a page begins anew.
      this.#forget();
    }

    attributeChangedCallback(name: string, before: string | null, now: string | null): void {
      if (before === now || !this.#frame) return;
      if (name === 'theme') this.#dress();
      else {
        this.#forget();
        this.#arrive();
      }
    }

    #forget(): void {
      this.#frame?.remove();
      this.#frame = undefined;
      this.#isReady = false;
      this.#root.append(this.#before);
    }

    #theme(): string {
      const asked = this.getAttribute('theme');
      if (asked && asked !== 'system') return asked;
      return getComputedStyle(this.#probe).color === 'rgb(0, 0, 2)' ? 'dark' : 'light';
    }

    #arrive(): void {
      if (this.#frame) return;
      const name = this.getAttribute('name') ?? '';
      if (!LABS.some((known) => known === name)) {
        this.#tell('error', { message: words.noLab(name.slice(0, 40), LABS.join(', ')) });
        return;
      }
      const address = new URL(`embed/${name}/`, site);
      for (const { name: given, value } of this.attributes)
        if (!OWN.test(given)) address.searchParams.set(parameterOf(given), value);
      address.searchParams.set('theme', this.#theme());
      const frame = document.createElement('iframe');
      frame.src = address.href;
      frame.title = this.getAttribute('title') ?? words.labs[name as (typeof LABS)[number]];
      frame.allow = 'fullscreen; clipboard-write';
      frame.className = 'waiting';
      this.#frame = frame;
      this.#root.append(frame);
      setTimeout(() => {
        if (this.#frame === frame && !this.#isReady)
          this.#tell('error', { message: kit.code.slow(LIMIT / 1000) });
      }, LIMIT);
    }

    #dress(): void {
      this.#post({ theme: this.#theme() });
    }

    #post(params: Readonly<Record<string, unknown>>): void {
      if (this.#isReady)
        this.#frame?.contentWindow?.postMessage({ type: `${PREFIX}set`, params }, site.origin);
    }

    #hear({ source, origin, data }: MessageEvent): void {
      if (!this.#frame || source !== this.#frame.contentWindow || origin !== site.origin) return;
      const { type: whole, ...detail } = data as { type?: unknown } & Record<string, unknown>;
      const type = String(whole).slice(PREFIX.length);
      if (type === 'height' && typeof detail.height === 'number')
        this.#frame.style.height = `${detail.height}px`;
      if (type === 'ready' || type === 'change')
        this.#params = { ...(detail.params as Record<string, unknown>) };
      if (type === 'ready') this.#come();
      if (type === 'ready' || type === 'change' || type === 'error') this.#tell(type, detail);
    }

    #come(): void {
      this.#isReady = true;
      this.#before.remove();
      if (this.#frame) this.#frame.className = '';
      this.#dress();
      const wishes = this.#wishes;
      this.#wishes = {};
      if (Object.keys(wishes).length > 0) this.#post(wishes);
    }

    #tell(type: LabEvent, detail: object): void {
      this.dispatchEvent(new CustomEvent(type, { detail }));
    }

    /** Changes parameters, now or as soon as the lab is there. */
    set(params: Readonly<Record<string, unknown>>): void {
      if (this.#isReady) this.#post(params);
      else {
        Object.assign(this.#wishes, params);
        this.#arrive();
      }
    }

    /** The values that differ from the lab's defaults; empty until it is there. */
    get params(): Readonly<Record<string, unknown>> {
      return { ...this.#params };
    }
  }

  customElements.define('strideless-lab', StridelessLab);
}
