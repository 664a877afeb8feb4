import { html, type TemplateResult } from 'lit';
import { live } from './live.ts';

/** A box to tick, and what it says behind it; `take` is told how it stands then. `kind` is the label's class. */
export function checkbox(
  label: string,
  checked: boolean,
  take: (checked: boolean) => void,
  kind = 'check',
): TemplateResult {
  return html`<label class=${kind}
    ><input
      type="checkbox"
      .checked=${live(checked)}
      @change=${(event: Event) => take((event.target as HTMLInputElement).checked)}
    />
    ${label}</label
  >`;
}
