import { html, nothing } from 'lit';
import { spokenFault } from '#components/kit/fault-words.ts';
import { weights as words } from '#content/words/en/weights.ts';
import { OtherWeights } from '#lib/detector/index.ts';
import { EngineError } from '#lib/engine/errors.ts';
import type { Identity } from '#lib/model/index.ts';
import { namesList } from './names-list.ts';

/**
 * Of a file that was refused: what it is instead, and which tensors are at fault. `take` is called when the reader goes
 * over to a network that the file fits.
 */
export function refusal(
  file: File | null,
  error: unknown,
  take: (file: File, one: Identity) => void,
) {
  if (!file || !(error instanceof EngineError)) return nothing;
  const fits = error instanceof OtherWeights ? error.fits : [];
  return html`<div class="message bad">
      ${fits.map(
        (one) => html`<p>${words.fits(one.name, one.classes, one.prefix, one.widthMultiple)}
      <button type="button" @click=${() => take(file, one)}>
        ${one.prefix ? words.dropPrefix(one.name) : words.switchTo(one.name)}
      </button></p>`,
      )}
      ${namesList(
        error.details.map((one) => spokenFault(one)),
        words.faultsTitle(error.details.length),
      )}
    </div>`;
}
