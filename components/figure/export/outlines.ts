// SVG files whose letters are outlines. The typefaces, and what sets letters by them, come when somebody asks for such a file.
import { loadCode } from '#components/kit/load-code.ts';

/** At the end of such a file's name. */
export const OUTLINED = '_outlines';

/** For files like these: makes outlines of the letters of one of them. */
export async function outlinesFor(
  svgs: readonly string[],
  signal: AbortSignal,
): Promise<(svg: string) => string> {
  const { facesFor, outliner } = await loadCode(async () => ({
    ...(await import('./faces.ts')),
    ...(await import('#lib/export/outlines.ts')),
  }));
  const outline = await outliner(await facesFor(svgs, signal));
  return (svg) => {
    const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    outline(root);
    return `${root.outerHTML}\n`;
  };
}
