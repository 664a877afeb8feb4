import type { SettingWords } from '../kit/settings.ts';
import type { Method } from './methods.ts';
import type { parameters } from './parameters.ts';

/** What a language has to say in this figure. */
export interface SmallObjectsWords {
  title: string;
  parameters: SettingWords<typeof parameters>;
  /** In general words. */
  methods: Readonly<
    Record<
      Method,
      {
        name: string;
        who: string;
        does: string;
        helps: string;
        costs: string;
      }
    >
  >;
  drawing: {
    heads: string;
    head: string;
    boxes: string;
    picture: string;
    pictureShort: string;
    helps: string;
    costs: string;
    pixels: string;
  };
  /** How many pictures' worth of pixels is read, as "5.25". */
  pictures(n: string): string;
  /** One method in sentences. */
  told(method: {
    name: string;
    who: string;
    does: string;
    helps: string;
    costs: string;
    pictures: string;
  }): string;
}
