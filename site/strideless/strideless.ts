// strideless.js: `<script type="module" src="…/strideless.js">` in any page of any origin. Its bundle is made by
// site/integrations/strideless.mjs; it keeps this name, and what it fetches lies beside it.
import styles from 'virtual:guest-styles';
import { defineFigure } from '#components/figure/element.ts';
import { defineLab } from '#components/figure/lab-element.ts';

const site = new URL(/* @vite-ignore */ './', import.meta.url);
defineFigure({ site, styles });
defineLab(site);
