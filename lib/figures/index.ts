// The figures by name. A figure is loaded when a page shows it: add a folder and a line here.
import type { Declaration } from '../parameters/index.ts';
import type { Figure } from './figure.ts';

export * from './figure.ts';
export { type Theme, themes } from './kit/palette.ts';

/** Any figure, its parameters only known at run time. */
export type AnyFigure = Figure<Declaration>;

const figures = {
  microscope: async () => (await import('./microscope/index.ts')).microscope,
  shift: async () => (await import('./shift/index.ts')).shift,
  footprint: async () => (await import('./footprint/index.ts')).footprint,
  rebuild: async () => (await import('./rebuild/index.ts')).rebuild,
  reads: async () => (await import('./reads/index.ts')).reads,
  'space-to-depth': async () => (await import('./space-to-depth/index.ts')).spaceToDepth,
  block: async () => (await import('./block/index.ts')).block,
  'sub-maps': async () => (await import('./sub-maps/index.ts')).subMaps,
  anchors: async () => (await import('./anchors/index.ts')).anchors,
  nms: async () => (await import('./nms/index.ts')).nms,
  'yaml-rows': async () => (await import('./yaml-rows/index.ts')).yamlRows,
  'small-objects': async () => (await import('./small-objects/index.ts')).smallObjects,
  focus: async () => (await import('./focus/index.ts')).focus,
  disguise: async () => (await import('./disguise/index.ts')).disguise,
  architecture: async () => (await import('./architecture/index.ts')).architecture,
} satisfies Record<string, () => Promise<unknown>>;

export type FigureName = keyof typeof figures;

/** The names of all figures, in the order of the page of figures. */
export const figureNames = Object.keys(figures) as FigureName[];

/** Loads a figure. Throws where there is none of that name. */
export async function loadFigure(name: string): Promise<AnyFigure> {
  if (!Object.hasOwn(figures, name))
    throw new RangeError(`no figure "${name}"; there are ${figureNames.join(', ')}`);
  return figures[name as FigureName]() as Promise<AnyFigure>;
}
