// Looks a driven page over: does it still react, and is anything in it that no reader should see?
import type { Page } from '@playwright/test';

/** Words of a parser, a browser or a program that never belong before a reader, and faults as a log shows them. */
const RAW =
  /NaN|\bundefined\b|\[object |\bInfinity\b|\b(Type|Range|Syntax|Reference|DOM|Abort)Error\b|Unexpected token|Failed to |signal is aborted|Cannot read|is not a function|is not defined|\b(?:card|classify|convert|engine|families|model|safetensors|training)\.[a-z]\w*\(/;

/** A page that draws no frame for so long hangs, milliseconds. */
const PATIENCE = 20_000;

/** All that stands in widgets for eyes and ears: text of elements with a shadow, and of drawings. Runs in the page. */
function said(): string[] {
  const texts: string[] = [];
  const visit = (root: Document | ShadowRoot, inside: boolean) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.closest('pre, code, script, style, template, noscript, textarea')) continue;
      const drawn = element.closest('svg') !== null;
      if (inside || drawn) {
        for (const node of element.childNodes)
          if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
            texts.push(node.textContent.trim());
      }
      for (const name of ['aria-label', 'aria-valuetext', 'aria-valuenow', 'title', 'alt', 'd']) {
        const value = element.getAttribute(name);
        if (value) texts.push(value);
      }
      if (element.shadowRoot) visit(element.shadowRoot, true);
    }
  };
  visit(document, false);
  return texts;
}

/** What is wrong with the page as it stands, as sentences. */
export async function faultsOf(page: Page): Promise<string[]> {
  const frame = page.evaluate(
    () => new Promise<boolean>((resolve) => requestAnimationFrame(() => resolve(true))),
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, false);
  });
  const reacts = await Promise.race([frame, late]);
  clearTimeout(timer);
  if (!reacts) return [`the page draws no frame for ${PATIENCE / 1000} s`];
  return rawIn(await page.evaluate(said)).map((text) => `the page says “${text}”`);
}

/** Of some texts those that no reader should see, cut short. */
export function rawIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const found = RAW.exec(text);
    if (!found) return [];
    const start = Math.max(0, found.index - 40);
    return [text.slice(start, start + 120)];
  });
}
