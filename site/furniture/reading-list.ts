// Marks the chapters that have been read, and offers to go on where the reader left.
import { progress as words } from '#content/words/en/reading.ts';
import { READ, reading } from './reading.ts';

const { chapters, last } = reading();
for (const place of document.querySelectorAll<HTMLElement>('[data-progress]')) {
  const seen = chapters[place.dataset.progress ?? ''] ?? 0;
  if (seen < 0.05) continue;
  place.textContent = seen >= READ ? words.read : words.readShare(Math.round(seen * 100));
}
const offer = document.querySelector<HTMLElement>('[data-continue]');
const link = offer?.querySelector('a');
if (offer && link && last && (chapters[last.chapter] ?? 0) < READ) {
  link.href = last.address;
  link.textContent = words.continueAt(last.title, last.section);
  offer.hidden = false;
}
