// strideless.js: `<script type="module" src="…/strideless.js">` in any page of any origin. Its bundle is made by
// site/integrations/strideless.mjs; it keeps this name, and what it fetches lies beside it.
import styles from 'virtual:guest-styles';
import { defineFigure } from '#components/figure/element.ts';

const site = new URL(/* @vite-ignore */ './', import.meta.url);
defineFigure({ site, styles });

/** Labs are rare: their code comes with the first one that the page has. */
function fetchLabs(): boolean {
  if (!document.querySelector('strideless-lab')) return false;
  void import('#components/figure/lab-element.ts').then(({ defineLab }) => defineLab(site));
  return true;
}

if (!fetchLabs()) {
  const arrivals = new MutationObserver(() => fetchLabs() && arrivals.disconnect());
  arrivals.observe(document, { childList: true, subtree: true });
}
