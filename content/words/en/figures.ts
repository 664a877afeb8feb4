import type { FigureDictionary } from '#lib/figures/words.ts';

/** The words inside the figures, in English; a page fetches those of its own figures. */
export const figures: FigureDictionary = {
  microscope: async () => (await import('./figures/microscope.ts')).microscope,
  shift: async () => (await import('./figures/shift.ts')).shift,
  footprint: async () => (await import('./figures/footprint.ts')).footprint,
  rebuild: async () => (await import('./figures/rebuild.ts')).rebuild,
  reads: async () => (await import('./figures/reads.ts')).reads,
  'space-to-depth': async () => (await import('./figures/space-to-depth.ts')).spaceToDepth,
  block: async () => (await import('./figures/block.ts')).block,
  'sub-maps': async () => (await import('./figures/sub-maps.ts')).subMaps,
  anchors: async () => (await import('./figures/anchors.ts')).anchors,
  nms: async () => (await import('./figures/nms.ts')).nms,
  'yaml-rows': async () => (await import('./figures/yaml-rows.ts')).yamlRows,
  'small-objects': async () => (await import('./figures/small-objects.ts')).smallObjects,
  focus: async () => (await import('./figures/focus.ts')).focus,
  disguise: async () => (await import('./figures/disguise.ts')).disguise,
  architecture: async () => (await import('./figures/architecture.ts')).architecture,
};
