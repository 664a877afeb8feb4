// The typeface of formulas is fetched once the page is there: asked for by a formula that the reader comes to, it would change
// that formula's letters under their eyes, and asked for with the page it holds up the text above.

import { onceLoaded } from './loaded.ts';

if (document.querySelector('math'))
  onceLoaded(() => void document.fonts.load('1em "STIX Two Math"'));
