import { words as all } from '#content/words/en/element.ts';
import { dictionaries } from '#content/words/languages.ts';
import { type AnyFigure, figureNames, type LayoutName, loadFigure } from '#lib/figures/index.ts';
import { shorten } from '#lib/parameters/index.ts';
import { attributesOf, momentOf, parseFor, stateChanges, withQuery } from './address.ts';
import { stepAt } from './clock.ts';
import { elementOptions, optionNames } from './element-options.ts';
import type { EmbedOptions } from './embed-options.ts';
import { fitted } from './fit.ts';
import { introduction } from './introduction.ts';
import { pressAsGuest } from './keys.ts';
import { legible } from './legible.ts';
import type { Beginning, FigurePlace } from './place.ts';
import type { Player } from './player.ts';
import type { GuestEvent } from './protocol.ts';
import type { Moment, Told } from './state.ts';

/** The element that the page has written. */
export interface GuestHost extends HTMLElement {
  /** Address of the notebook. */
  readonly site: URL;
  tell(type: GuestEvent, detail: object): void;
  /** Theme, ground, size of type and height, from now on. */
  look(options: EmbedOptions): void;
}

/** A figure in a page of somebody else: asked by the attributes of an element, it tells by events, and knows no address. */
export class Guest implements FigurePlace {
  // Its element has waited for the reader to come near.
  readonly atOnce = true;
  readonly fitted = fitted;
  readonly #player: Player;
  readonly #host: GuestHost;
  #keys = true;

  constructor(player: Player, host: GuestHost) {
    this.#player = player;
    this.#host = host;
  }

  async load(): Promise<AnyFigure> {
    try {
      return await loadFigure(this.#player.name, dictionaries.en);
    } catch (error) {
      this.#complain([all.missing]);
      throw error;
    }
  }

  begin(figure: AnyFigure): Beginning {
    const attributes = attributesOf(this.#host, figure);
    const { values, errors } = parseFor(figure, attributes);
    const moment = this.#moment(figure, values);
    const options = this.#options();
    const all = [...errors, ...(moment?.errors ?? []), ...options.errors];
    this.#complain(all);
    return { base: values, values, errors: all, t: moment?.t, options };
  }

  #options(): EmbedOptions {
    const options = elementOptions((name) => this.#host.getAttribute(name));
    this.#keys = options.keys;
    this.#host.look(options);
    return options;
  }

  /** That the attributes ask for. */
  #moment(figure: AnyFigure, values: Told['values']) {
    const [step, at] = ['step', 'at'].map((name) => this.#host.getAttribute(name));
    if (step === null && at === null) return undefined;
    return momentOf(figure, values, step === null ? { at } : { step });
  }

  /** Attributes have changed: what they say holds, all else stays as the reader has set it. */
  follow(names: ReadonlySet<string>): void {
    const player = this.#player;
    const { figure } = player;
    if (!figure) return;
    const errors: string[] = [];
    const changed = Object.entries(figure.parameters).filter(([name]) =>
      names.has(name.toLowerCase()),
    );
    if (changed.length > 0)
      errors.push(
        ...player.take(
          Object.fromEntries(
            changed.map(([name, declared]) => [
              name,
              this.#host.getAttribute(name) ?? declared.default,
            ]),
          ),
        ),
      );
    if (optionNames.some((name) => names.has(name))) {
      const options = this.#options();
      player.takeOptions(options);
      errors.push(...options.errors);
    }
    if (names.has('step') || names.has('at')) {
      const moment = this.#moment(figure, player.values);
      if (moment) player.goTo(moment.t);
      errors.push(...(moment?.errors ?? []));
    }
    player.errors = errors;
    this.#complain(errors);
  }

  goto(moment: number | { at: number }): void {
    const { figure, values } = this.#player;
    if (!figure) return;
    const { t, errors } = momentOf(
      figure,
      values,
      typeof moment === 'number' ? { step: moment } : moment,
    );
    this.#player.goTo(t);
    this.#complain(errors);
  }

  set(params: Readonly<Record<string, unknown>>): void {
    this.#complain(this.#player.take(params));
  }

  #complain(errors: readonly string[]): void {
    for (const message of errors) this.#host.tell('error', { message });
  }

  ready({ figure, values }: Told): void {
    this.#host.tell('ready', introduction(figure, values));
  }

  moment({ figure, values, t }: Told): void {
    const stops = figure.stops(values);
    const step = stepAt(stops, t);
    if (step >= 0) this.#host.tell('step', { step, label: stops[step - 1]?.label ?? '', at: t });
  }

  changed({ values, t }: Told): void {
    this.#host.tell('change', { params: { ...values }, at: t });
  }

  drawn(svg: SVGSVGElement, layout: LayoutName): void {
    legible(svg, layout);
  }

  press(event: KeyboardEvent): void {
    pressAsGuest(event, this.#player.actions, this.#keys);
  }

  /** The page of the notebook that shows the same. */
  share({ figure, values, t }: Moment): string {
    const page = new URL(`figures/${figure.name}/`, this.#host.site);
    const base = parseFor(figure, {}).values;
    return withQuery(page, stateChanges(figure, { values, t }, `${figure.name}.`, base));
  }
}

/** What is wrong with the name of a figure, in a sentence; undefined if nothing is. */
export function faultOf(name: string): string | undefined {
  if (figureNames.some((known) => known === name)) return undefined;
  return all.noFigure(shorten(name), figureNames.join(', '));
}
