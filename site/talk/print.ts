// The style sheets that reveal.js writes into a page that is to be printed: the policy has to know them word for word.

/** Of a slide, px. */
export const SLIDE = { width: 1280, height: 720 } as const;

/** As dist/reveal.mjs has them, for slides without a margin. */
export const printStyles: readonly string[] = [
  `@page{size:${SLIDE.width}px ${SLIDE.height}px; margin: 0px;}`,
  `.reveal section>img, .reveal section>video, .reveal section>iframe{max-width: ${SLIDE.width}px; max-height:${SLIDE.height}px}`,
];
