/// <reference types="astro/client" />

// The plain TypeScript compiler does not read .astro files; `astro check` does, and knows their real types.
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}

// An architecture file as plain data (commands/lib/yaml-data.mjs).
declare module '*.yaml?data' {
  const fields: Record<string, unknown>;
  export default fields;
}

// The weights of site/public/weights, listed when the site is built (commands/lib/shipped-weights.mjs).
declare module 'virtual:shipped-weights' {
  /** Weights that the site ships, with what their card says. */
  export interface ShippedWeights {
    /** In the folder of the weights, without the ending. */
    path: string;
    architecture: string;
    /** Side of the pictures that it was trained on, pixels. */
    size: number;
    /** What it can find, in the order of its numbers. */
    classes: readonly string[];
    /** Where those pictures are from; of generated ones nothing. */
    source?: string;
  }
  const weights: readonly ShippedWeights[];
  export default weights;
}

// The look of <strideless-figure> (site/integrations/strideless.mjs).
declare module 'virtual:guest-styles' {
  const styles: string;
  export default styles;
}

// The plugin that decks load as a file (site/public/reveal-strideless.js).
declare module '*/reveal-strideless.js' {
  export const Strideless: import('reveal.js').RevealPlugin;
}

declare namespace App {
  interface Locals {
    /** Of each figure of the page, by its id: how it is drawn at a moment, for the text beside it. */
    stills?: Map<string, import('#components/passage/stills.ts').Still>;
  }
}
