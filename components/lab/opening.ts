import { html, type nothing, type TemplateResult } from 'lit';
import '#components/kit/lazy-part.ts';
import type { LabView } from './view.ts';

/** A part that is fetched when it is first opened. */
export function opening(
  name: string,
  { view, part }: { view: LabView; part: string },
  code: () => Promise<unknown>,
  content: TemplateResult | typeof nothing,
): TemplateResult {
  const toggled = ({ target }: Event) => {
    if ((target as HTMLDetailsElement).open) view.open(part);
  };
  return html`<details class="analysis" @toggle=${toggled}>
    <summary>${name}</summary>
    <lazy-part .code=${code} ?wanted=${view.opened.has(part)}>${content}</lazy-part>
  </details>`;
}
