// A file of a figure has no page around it: the typefaces that it uses travel inside.
import { usesFace } from '#lib/export/svg.ts';
import { base64 } from '#lib/files/base64.ts';

/** A typeface that takes longer is left out, milliseconds. */
const FONT_LIMIT = 15_000;

interface Face {
  family: string;
  weight: string;
  source: string;
}

/** The upright faces that this page's own style sheets declare. */
function facesOfPage(): Face[] {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules.flatMap((rule) => {
    if (!(rule instanceof CSSFontFaceRule)) return [];
    const { style, parentStyleSheet } = rule;
    const source = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1];
    if (!source || style.getPropertyValue('font-style') === 'italic') return [];
    return {
      family: style.getPropertyValue('font-family').replaceAll(/["']/g, ''),
      weight: style.getPropertyValue('font-weight'),
      source: new URL(source, parentStyleSheet?.href ?? location.href).href,
    };
  });
}

/** By their addresses: a film asks for the same ones in every frame. */
const known = new Map<string, Promise<string>>();

function asDataUrl(address: string): Promise<string> {
  const asked = known.get(address) ?? fetchFace(address);
  known.set(address, asked);
  // What did not come may come the next time.
  asked.catch(() => known.delete(address));
  return asked;
}

async function fetchFace(address: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(FONT_LIMIT) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return `data:font/woff2;base64,${base64(bytes)}`;
}

/**
 * The same SVG file with the typefaces that it names, of those that the page has, in a style element of its own. Where
 * a face can't be fetched the file keeps its list of others.
 */
export async function withFonts(svg: string): Promise<string> {
  const named = facesOfPage().filter((face) => usesFace(svg, face));
  const faces = await Promise.allSettled(
    named.map(async ({ family, weight, source }) => {
      const data = await asDataUrl(source);
      return `@font-face{font-family:"${family}";font-weight:${weight};src:url(${data}) format("woff2")}`;
    }),
  );
  const css = faces.map((face) => (face.status === 'fulfilled' ? face.value : '')).join('');
  return css ? svg.replace('</desc>', `</desc><style>${css}</style>`) : svg;
}
