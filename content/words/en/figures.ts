import type { FigureDictionary } from '#lib/figures/words.ts';

/** The words inside the figures, in English; a page fetches those of its own figures. */
export const figures: FigureDictionary = {
  microscope: () => import('./figures/microscope.ts').then((its) => its.microscope),
  shift: () => import('./figures/shift.ts').then((its) => its.shift),
  footprint: () => import('./figures/footprint.ts').then((its) => its.footprint),
  rebuild: () => import('./figures/rebuild.ts').then((its) => its.rebuild),
  reads: () => import('./figures/reads.ts').then((its) => its.reads),
  'space-to-depth': () => import('./figures/space-to-depth.ts').then((its) => its.spaceToDepth),
  block: () => import('./figures/block.ts').then((its) => its.block),
  'sub-maps': () => import('./figures/sub-maps.ts').then((its) => its.subMaps),
  anchors: () => import('./figures/anchors.ts').then((its) => its.anchors),
  nms: () => import('./figures/nms.ts').then((its) => its.nms),
  'yaml-rows': () => import('./figures/yaml-rows.ts').then((its) => its.yamlRows),
  'small-objects': () => import('./figures/small-objects.ts').then((its) => its.smallObjects),
  focus: () => import('./figures/focus.ts').then((its) => its.focus),
  disguise: () => import('./figures/disguise.ts').then((its) => its.disguise),
  architecture: () => import('./figures/architecture.ts').then((its) => its.architecture),
};
