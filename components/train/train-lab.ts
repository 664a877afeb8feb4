import { html, LitElement, nothing } from 'lit';
import { writeValues } from '#components/kit/address.ts';
import { Answer } from '#components/kit/answer.ts';
import { KeptFocus } from '#components/kit/kept-focus.ts';
import '#components/kit/answer-status.ts';
import { controls } from '#components/kit/controls.ts';
import { experiments } from '#components/kit/experiments.ts';
import { sentenceOf } from '#components/kit/faults.ts';
import { fileButton } from '#components/kit/file-button.ts';
import '#components/kit/in-turn.ts';
import { loadCode } from '#components/kit/load-code.ts';
import { parse } from '#components/kit/parse.ts';
import { train as words } from '#content/words/en/train.ts';
import type { Value } from '#lib/parameters/index.ts';
import { type Price, SEEDS, tasks } from '#lib/training/index.ts';
import { EXPERIMENTS } from './experiments.ts';
import { opened, saveNetwork } from './files.ts';
import { namesOf } from './names.ts';
import { networkPanel } from './network-panel.ts';
import {
  BY_HAND,
  begunByHand,
  constrain,
  datasetOf,
  declaration,
  madeFair,
  NETWORKS,
  paceOf,
  pacing,
  plansOf,
  type TrainValues,
} from './parameters.ts';
import { Course, type Told } from './run.ts';
import { settingsPart } from './settings.ts';
import { trainStyles } from './styles.ts';
import { timesOf } from './times.ts';
import { answers, charts, howFar, notices, verdict } from './views.ts';

/** `<train-lab>`: two or three small networks learn side by side. */
export class TrainLab extends LitElement {
  static override properties = {
    values: { state: true },
    messages: { state: true },
    drawn: { state: true },
  };

  declare values: TrainValues;
  declare messages: string[];
  /** Share of the crops that are drawn; undefined while none are being drawn. */
  declare drawn: number | undefined;

  readonly #training = new Answer<void>(this);
  #course: Course;
  /** How many seeds were asked for. */
  #seeds = 1;

  constructor() {
    super();
    new KeptFocus(this);
    const { values, errors } = parse(declaration, new URLSearchParams(location.search), constrain);
    this.values = values;
    this.messages = errors;
    this.#course = this.#newCourse();
  }

  static override styles = trainStyles;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#course.end();
  }

  #newCourse(): Course {
    const { seed, rate, steps, backend } = this.values;
    const terms = {
      dataset: datasetOf(this.values),
      plans: plansOf(this.values),
      seed,
      rate: Number(rate),
      steps,
      backend,
    };
    const course = new Course(terms, async () => {
      const { TrainingClient } = await loadCode(() => import('#lib/training/client.ts'));
      return new TrainingClient();
    });
    course.pace = paceOf(this.values);
    return course;
  }

  #tell = ({ drawn }: Told): void => {
    this.drawn = drawn;
    this.requestUpdate();
  };

  /** Everything from the beginning, with the settings there are. */
  #renew(): void {
    this.#training.reset();
    this.#course.end();
    this.#seeds = 1;
    this.drawn = undefined;
    this.#course = this.#newCourse();
  }

  #set(values: TrainValues, errors: string[] = []): void {
    this.values = values;
    this.messages = errors;
    writeValues(declaration, values);
    this.#renew();
  }

  #change = (name: string, value: Value): void => {
    const place = NETWORKS.find((known) => known === name);
    const given =
      place && value === BY_HAND
        ? begunByHand(this.values, place)
        : { ...this.values, [name]: value };
    // Another task brings the size and the noise that suit it.
    if (name === 'task') {
      const { sizes, noise } = tasks[given.task];
      Object.assign(given, { size: sizes[2], noise });
    }
    const { values, errors } = parse(declaration, given, constrain);
    this.#set(values, errors);
  };

  #try(given: Readonly<Record<string, Value>>): void {
    const { values, errors } = parse(declaration, { ...this.values, ...given }, constrain);
    this.#set(values, errors);
  }

  /** Another speed is no other training. */
  #setPace(value: Value): void {
    const { values } = parse(declaration, { ...this.values, pace: value }, constrain);
    this.values = values;
    this.#course.pace = paceOf(values);
    writeValues(declaration, values);
  }

  #fair(by: keyof Price): void {
    this.#set(madeFair(this.values, by));
  }

  get #done(): boolean {
    return this.#course.step >= this.values.steps;
  }

  #start(until = this.values.steps): void {
    const course = this.#course;
    const { seed } = this.values;
    void this.#training.ask(async (signal) => {
      for (let i = 0; i < this.#seeds; i++) {
        const own = seed + i;
        const known = course.runs.find((run) => run.seed === own);
        if (known && known !== course.runs.at(-1)) continue;
        await course.begin(own, this.#tell, signal);
        await course.advance(until, this.#tell, signal);
      }
    });
  }

  #one(): void {
    this.#start(this.#course.step + 1);
  }

  #ten(): void {
    this.#seeds = SEEDS;
    this.#start();
  }

  async #load(place: number, [file]: File[]): Promise<void> {
    try {
      const { values, errors, numbers } = await opened(file, this.values, place);
      this.#set(values, errors);
      const course = this.#course;
      await this.#training.ask(async (signal) => {
        await course.begin(values.seed, this.#tell, signal);
        await course.put(place, numbers, this.#tell);
      });
      if (course === this.#course && this.#training.status === 'done')
        this.messages = [words.loaded(namesOf(course.terms.plans)[place])];
    } catch (error) {
      this.messages = [words.notLoaded(sentenceOf(error))];
    }
  }

  override render() {
    const { last, terms, inside } = this.#course;
    const { plans } = terms;
    const names = namesOf(plans);
    const times = timesOf(this.#course);
    return html`
      ${experiments(EXPERIMENTS, words.experiments, (given) => this.#try(given))}
      ${settingsPart(this.values, this.#change, (by) => this.#fair(by))}
      ${this.#bar()}
      ${notices(this.messages, this.#course)}
      <answer-status .answer=${this.#failedAnswer} .failed=${words.failed}></answer-status>
      <p class="how-far">${howFar(this.#course, this.#seeds, this.#training.working, this.drawn)}</p>
      ${charts(this.#course, names)}
      ${verdict(this.#course, names, times)}
      <div class="networks">${plans.map((plan, i) => {
        const files = this.#files(i, names[i]);
        const apart = (crop: number) => this.#course.apart(i, crop, this.#tell);
        const shown = {
          ...{ plan, name: names[i], score: last?.[i], inside: inside[i], all: inside },
          time: times?.[i],
        };
        const panel = () => networkPanel(shown, files, apart);
        return html`<in-turn .view=${panel}></in-turn>`;
      })}</div>
      ${answers(this.#course, names)}
    `;
  }

  /** Progress stands beside the buttons; the status speaks only of what went wrong. */
  get #failedAnswer(): Answer<void> | undefined {
    return this.#training.status === 'failed' ? this.#training : undefined;
  }

  #bar() {
    const { working } = this.#training;
    const over = !working && this.#done && this.#course.runs.length >= this.#seeds;
    const begin = this.#course.step > 0 ? words.goOn : words.start;
    // One button that changes its word: the focus stays on it.
    const press = () => (working ? this.#training.stop() : over || this.#start());
    return html`<div class="bar">
      <button type="button" class="primary" aria-disabled=${over} @click=${press}>${working ? words.pause : begin}</button>
      <button type="button" aria-disabled=${working || this.#done} @click=${() => working || this.#done || this.#one()}>${words.one}</button>
      <button type="button" @click=${() => this.#renew()}>${words.reset}</button>
      <button type="button" aria-disabled=${working} @click=${() => working || this.#ten()}>${words.ten}</button>
      ${controls(pacing, this.values, (_, value) => this.#setPace(value))}
    </div>`;
  }

  #files(place: number, name: string) {
    return html`
      ${this.#course.inside[place] ? html`<button type="button" @click=${() => saveNetwork(this.#course, place)}>${words.download(name)}</button>` : nothing}
      ${fileButton(words.upload(words.labels.places[place]), (files) => void this.#load(place, files), { accept: '.safetensors' })}`;
  }
}

customElements.define('train-lab', TrainLab);
