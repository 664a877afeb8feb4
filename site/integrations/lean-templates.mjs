// The source of a widget has its templates and styles indented, which every page would fetch and nobody reads.

const OF_WIDGET = /\/components\/.*\.ts$/;

/** For Vite: widgets without the spaces at the beginning of their lines. A line break stays, which is a space to HTML. */
export const leanTemplates = {
  name: 'lean-templates',
  enforce: 'pre',
  apply: 'build',
  transform: (code, id) =>
    OF_WIDGET.test(id) && code.includes("from 'lit")
      ? { code: code.replaceAll(/\n[ \t]+/g, '\n'), map: null }
      : undefined,
};
