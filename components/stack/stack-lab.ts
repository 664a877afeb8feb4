import { html, LitElement } from 'lit';
import { flushAddress, writeValues } from '#components/kit/address.ts';
import { KeptFocus } from '#components/kit/kept-focus.ts';
import '#components/kit/code-panel.ts';
import { controls } from '#components/kit/controls.ts';
import { experiments } from '#components/kit/experiments.ts';
import { parse } from '#components/kit/parse.ts';
import { stageEditor } from '#components/kit/stage-editor.ts';
import { stack as words } from '#content/words/en/stack.ts';
import { train } from '#content/words/en/train.ts';
import { FirmnessClient } from '#lib/stack/client.ts';
import { fairStack, type PlacedStage } from '#lib/stack/index.ts';
import { comparison, type Firm, footprints, stageCards, summary } from './facts.ts';
import {
  constrain,
  declaration,
  EXPERIMENTS,
  input,
  PLACES,
  type StackValues,
  stackOf,
  stagesOf,
  withStack,
} from './parameters.ts';
import { stackStyles } from './styles.ts';
import { trainBoth } from './training.ts';

/** The page's one worker: an answer is known to every lab on it. */
const client = new FirmnessClient();

/** `<stack-lab>`: two stacks of downsamplers, built by hand, and what is known of them. */
export class StackLab extends LitElement {
  static override properties = {
    values: { state: true },
    messages: { state: true },
    codeOpen: { state: true },
  };

  declare values: StackValues;
  declare messages: string[];
  declare codeOpen: boolean;

  readonly #firm = new Map<string, Firm>();
  /** What was changed last: a sweep of one number is one step back. */
  #last = '';

  constructor() {
    super();
    new KeptFocus(this);
    this.codeOpen = false;
    this.#read();
  }

  static override styles = stackStyles;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#back);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#back);
  }

  #read(): void {
    const query = new URLSearchParams(location.search);
    const { values, errors } = parse(declaration, query, constrain);
    this.values = values;
    this.messages = errors;
  }

  #back = (): void => {
    flushAddress();
    this.#last = '';
    this.#read();
  };

  /** Each change is a step that Back undoes; changes of one and the same number are one. */
  #set(given: StackValues, what: string): void {
    const { values, errors } = parse(declaration, given, constrain);
    this.values = values;
    this.messages = errors;
    writeValues(declaration, values, { entry: what !== this.#last });
    // A press of a button is a step of its own, also where it is pressed again.
    this.#last = /^(width|size|channels)/.test(what) ? what : '';
  }

  #firmOf = (stage: PlacedStage): Firm => {
    const key = [stage.way, stage.input.channels, stage.width].join();
    if (!this.#firm.has(key)) {
      this.#firm.set(key, 'waiting');
      void client.of(stage).then((firm) => {
        this.#firm.set(key, firm);
        this.requestUpdate();
      });
    }
    return this.#firm.get(key);
  };

  override render() {
    const { values } = this;
    const [first, second] = PLACES.map((place) => stackOf(values, place));
    const shown = PLACES.map((place) => ({
      name: words.places[place],
      stages: stagesOf(values, place),
    }));
    return html`
      ${experiments(EXPERIMENTS, words.experiments, (given) =>
        this.#set({ ...values, ...given }, 'experiment'),
      )}
      <div class="pair editors">${PLACES.map((place) =>
        stageEditor(words.places[place], stackOf(values, place), (stack, what) =>
          this.#set(withStack(values, place, stack), `${what} ${place}`),
        ),
      )}</div>
      <p class="fair">${words.fair.explain}
        ${(['macs', 'weights'] as const).map(
          (by) =>
            html`<button type="button" @click=${() => this.#set(withStack(values, 'second', fairStack(second, first, values, by)), `fair ${by}`)}>${words.fair[by]}</button>`,
        )}
      </p>
      ${controls(input, values, (name, value) => this.#set({ ...values, [name]: value } as StackValues, name))}
      ${this.messages.map((message) => html`<p class="message" role="status">${message}</p>`)}
      ${summary(shown)}
      <h2>${words.footprints}</h2>
      ${footprints(shown)}
      <p class="help">${words.footprintsHelp}</p>
      <h2>${words.compare}</h2>
      ${comparison(shown, this.#firmOf)}
      <h2>${words.stages}</h2>
      ${stageCards(shown, this.#firmOf)}
      ${trainBoth(first, second)}
      <details class="code" @toggle=${this.#toggle}>
        <summary>${words.code}</summary>
        <spd-code .write=${this.#programs} .values=${values} .opened=${this.codeOpen}></spd-code>
      </details>`;
  }

  #toggle = (event: Event): void => {
    this.codeOpen = (event.target as HTMLDetailsElement).open;
  };

  #programs = async () => {
    const { stackPrograms } = await import('#lib/stack/code.ts');
    const { values } = this;
    const stacks = PLACES.map((place) => ({
      variable: place,
      net: words.places[place],
      what: stackOf(values, place)
        .map(({ way }) => train.ways[way])
        .join(' | '),
      stages: stagesOf(values, place),
    }));
    return stackPrograms(words.programs(values.size, values.channels), stacks);
  };
}

customElements.define('stack-lab', StackLab);
