// How a figure gets into the tools that people write in: code to copy, by tool.
import { fileName } from '#lib/export/names.ts';
import { numbered } from '#lib/export/storyboard.ts';
import type { AnyFigure } from '#lib/figures/index.ts';
import { type AnyValues, defaults } from '#lib/parameters/index.ts';
import { elementCode, figureCode, frameCode, labCode, scriptOf } from './embed-code.ts';

/** Beside plain HTML and reveal.js. */
export const TOOLS = [
  'powerpoint',
  'keynote',
  'beamer',
  'quarto',
  'jupyter',
  'observable',
  'slidev',
  'markdown',
  'notion',
  'wordpress',
] as const;
export type Tool = 'html' | 'lab' | 'reveal' | (typeof TOOLS)[number];

export interface Recipe {
  code: string;
  /** Language of the code. */
  lang: 'html' | 'md' | 'python' | 'js' | 'yaml' | 'latex' | 'sh' | 'text';
}

/** For one figure at its defaults, in a notebook that is served at `site`. */
export function recipesFor(site: URL, figure: AnyFigure): Record<Tool, Recipe> {
  const { name, title } = figure;
  const embed = new URL(`embed/${name}/`, site).href;
  const element = { site, name, title, attributes: { block: '2' } };
  // A slide is no higher than the screen.
  const onSlide = {
    ...element,
    attributes: { block: '2', fit: 'contain', style: 'height: 500px' },
  };
  const query = '?theme=projector&block=2';
  const frame = { source: embed + query, title, shape: '16 / 9' };
  return {
    html: { code: elementCode(element), lang: 'html' },
    lab: { code: labCode(site, 'classify', 'classify', 'Classification lab'), lang: 'html' },
    reveal: {
      code: `<section>\n  ${frameCode({ ...frame, deck: true })}\n</section>`,
      lang: 'html',
    },
    powerpoint: { code: `npm run export -- ${name} --format pptx --theme projector`, lang: 'sh' },
    keynote: {
      code: `npm run export -- ${name} --format mp4 --size 1920x1080 --theme projector`,
      lang: 'sh',
    },
    beamer: { code: beamer(figure), lang: 'latex' },
    quarto: { code: `\`\`\`{=html}\n${elementCode(onSlide)}\n\`\`\``, lang: 'md' },
    jupyter: {
      code: `# One cell: a frame\nfrom IPython.display import IFrame\nIFrame("${embed}?block=2", width="100%", height=480)\n\n# Or: the element\nfrom IPython.display import HTML\nHTML('''${elementCode(element)}''')`,
      lang: 'python',
    },
    observable: {
      code: `import("${scriptOf(site)}");\ndisplay(html\`${figureCode(element)}\`);`,
      lang: 'js',
    },
    slidev: { code: `---\nlayout: iframe\nurl: ${embed}${query}\n---`, lang: 'yaml' },
    markdown: {
      code: `[![${title}](${new URL(`posters/${name}.svg`, site).href})](${new URL(`figures/${name}/`, site).href})`,
      lang: 'md',
    },
    notion: { code: embed, lang: 'text' },
    wordpress: { code: embed, lang: 'text' },
  };
}

/** A frame that shows the pages of the PDF file one after the other, the start first. */
function beamer(figure: AnyFigure): string {
  const { parameters, title } = figure;
  const values: AnyValues = defaults(parameters);
  const file = `${fileName({ ...figure, values, theme: 'light' }, 'steps')}.pdf`;
  const pages = numbered(figure.stops(values), '');
  const size = 'width=\\textwidth, height=.75\\textheight, keepaspectratio';
  const shown = pages.map(
    (_, i) => `  \\includegraphics<${i + 1}>[page=${i + 1}, ${size}]{${file}}`,
  );
  return `\\begin{frame}{${title}}\n  \\centering\n${shown.join('\n')}\n\\end{frame}`;
}
