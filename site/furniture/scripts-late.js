// Inline and hashed by the Content-Security-Policy. Starts the page's module scripts (site/integrations/text-first.mjs
// has renamed their type) once the page is there and drawn: a browser that fetches and runs them before shows the text a
// second later on a phone. Where nobody looks, nothing is drawn: a page in the background or in a frame waits for nothing.
// The text itself is drawn in one piece (layouts/Base.astro has it wait for the page's foot): drawn as it comes it is laid out
// three times over. On a line so slow that it takes longer, what has come by then is shown.
(() => {
  setTimeout(() => document.querySelector('link[rel=expect]')?.remove(), 600);
  const start = async () => {
    for (const waiting of document.querySelectorAll('script[type=module-late]')) {
      const script = document.createElement('script');
      script.type = 'module';
      // They run in their order, as module scripts of the page do.
      script.async = false;
      script.src = waiting.getAttribute('src');
      // Not in its own place: a change among the paragraphs has the style of each looked up again.
      document.head.append(script);
      // To ask for one takes half a millisecond, and a reader may touch the page meanwhile.
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  const parsed = new Promise((resolve) => addEventListener('DOMContentLoaded', resolve));
  const drawn = new Promise((resolve) => {
    const tells = globalThis.PerformanceObserver?.supportedEntryTypes?.includes('paint');
    if (!tells || parent !== window || document.visibilityState === 'hidden') return resolve();
    new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
    // Should no word of it come, a reader must not be left with a page that does nothing.
    setTimeout(resolve, 3000);
  });
  Promise.all([parsed, drawn]).then(start);
})();
