// The figures by name. A figure is loaded when a page shows it: add a folder, a line here, and its words (words.ts).
import type { Declaration, Values } from '../parameters/index.ts';
import type { Cells, Figure } from './figure.ts';
import type { FigureDictionary, FigureWords } from './words.ts';

export * from './figure.ts';
export { LEAST } from './kit/letters.ts';
export { type Theme, themes } from './kit/palette.ts';
export type { FigureDictionary, FigureWords } from './words.ts';

/** Any figure, its parameters only known at run time. */
export type AnyFigure = Figure<Declaration>;

/** The cells of any figure. */
export type AnyCells = Cells<Values<Declaration>>;

const figures = {
  microscope: async (words: FigureWords['microscope']) =>
    (await import('./microscope/index.ts')).microscope(words),
  shift: async (words: FigureWords['shift']) => (await import('./shift/index.ts')).shift(words),
  footprint: async (words: FigureWords['footprint']) =>
    (await import('./footprint/index.ts')).footprint(words),
  rebuild: async (words: FigureWords['rebuild']) =>
    (await import('./rebuild/index.ts')).rebuild(words),
  reads: async (words: FigureWords['reads']) => (await import('./reads/index.ts')).reads(words),
  'space-to-depth': async (words: FigureWords['space-to-depth']) =>
    (await import('./space-to-depth/index.ts')).spaceToDepth(words),
  block: async (words: FigureWords['block']) => (await import('./block/index.ts')).block(words),
  'sub-maps': async (words: FigureWords['sub-maps']) =>
    (await import('./sub-maps/index.ts')).subMaps(words),
  anchors: async (words: FigureWords['anchors']) =>
    (await import('./anchors/index.ts')).anchors(words),
  nms: async (words: FigureWords['nms']) => (await import('./nms/index.ts')).nms(words),
  'yaml-rows': async (words: FigureWords['yaml-rows']) =>
    (await import('./yaml-rows/index.ts')).yamlRows(words),
  'small-objects': async (words: FigureWords['small-objects']) =>
    (await import('./small-objects/index.ts')).smallObjects(words),
  focus: async (words: FigureWords['focus']) => (await import('./focus/index.ts')).focus(words),
  disguise: async (words: FigureWords['disguise']) =>
    (await import('./disguise/index.ts')).disguise(words),
  architecture: async (words: FigureWords['architecture']) =>
    (await import('./architecture/index.ts')).architecture(words),
} satisfies Record<string, (words: never) => Promise<unknown>>;

export type FigureName = keyof typeof figures;

/** The names of all figures, in the order of the page of figures. */
export const figureNames = Object.keys(figures) as FigureName[];

/**
 * Loads a figure in a language: its code, and of the dictionary its own words. Throws where there is none of that name.
 */
export async function loadFigure(name: string, dictionary: FigureDictionary): Promise<AnyFigure> {
  if (!Object.hasOwn(figures, name))
    throw new RangeError(`no figure "${name}"; there are ${figureNames.join(', ')}`);
  const known = name as FigureName;
  const load = figures[known] as (words: unknown) => Promise<AnyFigure>;
  return load(await dictionary[known]());
}
