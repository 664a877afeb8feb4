import { type NetworkInput, type Normalisation, networkInput } from '#lib/detector/index.ts';
import type { OwnPicture } from './own-pictures.ts';

/** What a network reads of a picture: the same object as long as picture and colours are the same. */
export class LastInput {
  #last: { picture: OwnPicture; colours: Normalisation; data: NetworkInput } | undefined;

  of(picture: OwnPicture | undefined, colours: Normalisation): NetworkInput | null {
    if (!picture) return null;
    if (this.#last?.picture.square !== picture.square || this.#last.colours !== colours)
      this.#last = { picture, colours, data: networkInput(picture.square, colours) };
    return this.#last.data;
  }
}
