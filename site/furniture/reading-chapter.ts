// Remembers how much of this chapter has been seen, and the section that was read last.
import { keepReading, reading } from './reading.ts';

const article = document.querySelector<HTMLElement>('article[data-chapter]');
if (article) {
  const chapter = article.dataset.chapter ?? '';
  const title = document.querySelector('h1')?.textContent ?? '';
  const headings = [...article.querySelectorAll<HTMLElement>('.prose > h2[id], .asked > h2[id]')];

  const note = () => {
    const { top, height } = article.getBoundingClientRect();
    const seen = Math.min(1, Math.max(0, (innerHeight - top) / height));
    // A section that waits for a bet stands nowhere yet.
    const shown = headings.filter((h) => h.checkVisibility());
    const current = shown.findLast((h) => h.getBoundingClientRect().top < innerHeight / 2);
    const state = reading();
    state.chapters[chapter] = Math.max(state.chapters[chapter] ?? 0, Math.round(seen * 100) / 100);
    state.last = {
      chapter,
      title,
      address: location.pathname + (current ? `#${current.id}` : ''),
      section: current?.textContent ?? '',
    };
    keepReading(state);
  };

  let waiting: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'scroll',
    () => {
      clearTimeout(waiting);
      waiting = setTimeout(note, 300);
    },
    { passive: true },
  );
}
