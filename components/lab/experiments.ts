import file from '#content/results/measured/gallery.json';
import type { PieceSettings } from './gallery/scene-gallery.ts';

/** Of the set pieces, those to begin with. */
const BEGIN = ['carPark', 'darkCar', 'mixed'];

/** Settings worth a try, each with what to look for. */
export const EXPERIMENTS: readonly PieceSettings[] = BEGIN.map((kind) => {
  const { settings, seed } = file.pieces.find((piece) => piece.kind === kind)!;
  return { ...settings, seed };
});
