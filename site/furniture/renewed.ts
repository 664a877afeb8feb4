// A page that stood open while the site was renewed says so when the reader comes back to it, whether it has widgets or not.
import { siteRenewed } from '#components/kit/load-code.ts';
import { kit as words } from '#content/words/en/kit.ts';

/** Between two questions, milliseconds: a reader may come back often. */
const APART = 60_000;

const place = document.querySelector<HTMLElement>('.renewed');
let askedAt = Date.now();

async function look(): Promise<void> {
  if (document.visibilityState !== 'visible' || Date.now() - askedAt < APART) return;
  askedAt = Date.now();
  // Without an answer nobody knows, and the page reads as well as before.
  if (!place || !(await siteRenewed().catch(() => false))) return;
  document.removeEventListener('visibilitychange', look);
  const reload = document.createElement('button');
  reload.type = 'button';
  reload.textContent = words.reload;
  reload.addEventListener('click', () => location.reload());
  place.append(words.renewed, ' ', reload);
}

document.addEventListener('visibilitychange', look);
