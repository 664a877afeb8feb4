// The figures by name. A figure is loaded when a page shows it: add a folder, a line here, and its words (words.ts).
import type { Declaration, Values } from '../parameters/index.ts';
import type { Cells, Figure } from './figure.ts';
import type { FigureDictionary, FigureWords } from './words.ts';

export * from './figure.ts';
export { LEAST } from './kit/letters.ts';
export type { FigureDictionary, FigureWords } from './words.ts';

/** Any figure, its parameters only known at run time. */
export type AnyFigure = Figure<Declaration>;

/** The cells of any figure. */
export type AnyCells = Cells<Values<Declaration>>;

const figures = {
  microscope: (words: FigureWords['microscope']) =>
    import('./microscope/index.ts').then((its) => its.microscope(words)),
  shift: (words: FigureWords['shift']) =>
    import('./shift/index.ts').then((its) => its.shift(words)),
  footprint: (words: FigureWords['footprint']) =>
    import('./footprint/index.ts').then((its) => its.footprint(words)),
  rebuild: (words: FigureWords['rebuild']) =>
    import('./rebuild/index.ts').then((its) => its.rebuild(words)),
  reads: (words: FigureWords['reads']) =>
    import('./reads/index.ts').then((its) => its.reads(words)),
  'space-to-depth': (words: FigureWords['space-to-depth']) =>
    import('./space-to-depth/index.ts').then((its) => its.spaceToDepth(words)),
  block: (words: FigureWords['block']) =>
    import('./block/index.ts').then((its) => its.block(words)),
  'sub-maps': (words: FigureWords['sub-maps']) =>
    import('./sub-maps/index.ts').then((its) => its.subMaps(words)),
  anchors: (words: FigureWords['anchors']) =>
    import('./anchors/index.ts').then((its) => its.anchors(words)),
  nms: (words: FigureWords['nms']) => import('./nms/index.ts').then((its) => its.nms(words)),
  'yaml-rows': (words: FigureWords['yaml-rows']) =>
    import('./yaml-rows/index.ts').then((its) => its.yamlRows(words)),
  'small-objects': (words: FigureWords['small-objects']) =>
    import('./small-objects/index.ts').then((its) => its.smallObjects(words)),
  focus: (words: FigureWords['focus']) =>
    import('./focus/index.ts').then((its) => its.focus(words)),
  disguise: (words: FigureWords['disguise']) =>
    import('./disguise/index.ts').then((its) => its.disguise(words)),
  architecture: (words: FigureWords['architecture']) =>
    import('./architecture/index.ts').then((its) => its.architecture(words)),
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
