/**
 * A script as it stands in a page itself: without its comments, which have lines of their own, and without its indentation.
 * Every page carries it. The policy of the site allows it by the hash of just this text.
 */
export const inlineScript = (source) =>
  source.replaceAll(/^\s*\/\/.*\n/gm, '').replaceAll(/^\s+/gm, '');
