// How a figure gets into the tools that people write in: code to copy, by tool.
import { elementCode, figureCode, frameCode, labCode, scriptOf } from './embed-code.ts';

/** Beside plain HTML and reveal.js. */
export const TOOLS = ['quarto', 'jupyter', 'observable', 'slidev', 'sites'] as const;
export type Tool = 'html' | 'lab' | 'reveal' | (typeof TOOLS)[number];

export interface Recipe {
  code: string;
  /** Language of the code. */
  lang: 'html' | 'md' | 'python' | 'js' | 'yaml' | 'text';
}

/** For one figure, in a notebook that is served at `site`. */
export function recipesFor(site: URL, name: string, title: string): Record<Tool, Recipe> {
  const embed = new URL(`embed/${name}/`, site).href;
  const element = { site, name, title, attributes: { block: '2' } };
  const query = '?theme=projector&block=2';
  const frame = { source: embed + query, title, shape: '16 / 9' };
  return {
    html: { code: elementCode(element), lang: 'html' },
    lab: { code: labCode(site, 'classify', 'classify', 'Classification lab'), lang: 'html' },
    reveal: {
      code: `<section>\n  ${frameCode({ ...frame, deck: true })}\n</section>`,
      lang: 'html',
    },
    quarto: { code: `\`\`\`{=html}\n${elementCode(element)}\n\`\`\``, lang: 'md' },
    jupyter: {
      code: `from IPython.display import HTML, IFrame\n\nIFrame("${embed}?block=2", width="100%", height=480)\n\nHTML('''${elementCode(element)}''')`,
      lang: 'python',
    },
    observable: {
      code: `import("${scriptOf(site)}");\ndisplay(html\`${figureCode(element)}\`);`,
      lang: 'js',
    },
    slidev: { code: `---\nlayout: iframe\nurl: ${embed}${query}\n---`, lang: 'yaml' },
    sites: { code: embed, lang: 'text' },
  };
}
