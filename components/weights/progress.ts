import { html, type TemplateResult } from 'lit';
import { weights as words } from '#content/words/en/weights.ts';
import type { OwnPicture } from './own-pictures.ts';
import type { Passes } from './passes.ts';

/** How far the network is with the pictures, with Stop and the way on. */
export function progressOf(passes: Passes, pictures: readonly OwnPicture[]): TemplateResult {
  const all = pictures.length;
  const done = pictures.filter(({ result }) => result !== null).length;
  const left = passes.next() !== undefined;
  return html`<answer-status .answer=${passes.answer} .failed=${words.failedRun}
      working=${words.running(Math.min(done, all - 1), all)}
      stopped=${left ? words.halted : words.stoppedMeasuring} again=${words.goOn}
      @stop=${() => passes.stopped()}></answer-status>`;
}
