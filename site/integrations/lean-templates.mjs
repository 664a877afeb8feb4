// The source of a widget has its templates and styles indented and commented, which every page would fetch and nobody reads.

const OF_WIDGET = /\/components\/.*\.ts$/;
const STYLES = /(?<=\bcss`)[^`]*(?=`)/g;

/** Styles without their comments, and without the spaces that only set them apart; those within a text are kept. */
const leanStyles = (styles) =>
  styles
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split(/('[^']*'|"[^"]*")/)
    .map((part, i) =>
      i % 2
        ? part
        : part
            .replaceAll(/\s+/g, ' ')
            .replaceAll(/ ?([{};,]) ?/g, '$1')
            .replaceAll(': ', ':')
            .replaceAll(';}', '}'),
    )
    .join('')
    .trim();

/** The source of a widget as it is built. */
export const lean = (code) => code.replaceAll(STYLES, leanStyles).replaceAll(/\n[ \t]+/g, '\n');

/** For Vite: widgets without the spaces at the beginning of their lines. A line break stays, which is a space to HTML. */
export const leanTemplates = {
  name: 'lean-templates',
  enforce: 'pre',
  apply: 'build',
  transform: (code, id) =>
    OF_WIDGET.test(id) && code.includes("from 'lit") ? { code: lean(code), map: null } : undefined,
};
