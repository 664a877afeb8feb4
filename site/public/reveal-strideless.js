// reveal.js: `plugins: [Strideless]`. A clicker steps the figure on a slide before the deck moves on; nobody need click it.
// It may stand in a frame or as <strideless-figure>. A figure stays at the moment at which it was left;
// `<p class="fragment" data-figure-step="3">` takes it to its third.
export const Strideless = {
  id: 'strideless',
  init: (deck) => {
    const moments = new Map(); // of each figure that is there or was: where it is, 0 to 1
    const gone = new Set(); // figures that the deck has unloaded
    const frames = (within) => [...within.querySelectorAll('iframe')];
    const elements = (within) => [...within.querySelectorAll('strideless-figure')];
    const tell = (frame, type, more) => frame.contentWindow.postMessage({ type: `spd:${type}`, ...more }, '*');
    const marked = (slide, shown) => [...slide.querySelectorAll(`.fragment${shown}[data-figure-step]`)];
    const stepOf = (slide) => marked(slide, '.visible').at(-1)?.dataset.figureStep;

    const isFigures = (address) => /^[^?#]*\/embed\//.test(address);
    const drawn = new Set(); // figures that are there
    let expected; // those of all printed pages
    const see = (one) => {
      if (one) drawn.add(one);
      if (expected?.every((figure) => drawn.has(figure))) document.documentElement.dataset.printed = 'ready';
    };

    addEventListener('message', ({ data, source }) => {
      const frame = frames(deck.getRevealElement()).find((one) => one.contentWindow === source);
      if (!frame || !/^spd:(ready|step|change)$/.test(data?.type)) return;
      if (data.type === 'spd:ready') see(frame);
      if (!('at' in data || data.stops)) return; // a lab, which has no moments
      if (data.type !== 'spd:ready') return moments.set(frame, data.at);
      gone.delete(frame);
      const step = stepOf(frame.closest('section'));
      if (step) tell(frame, 'goto', { step: Number(step) });
      else if (moments.has(frame)) tell(frame, 'goto', { at: moments.get(frame) });
    });

    const follow = ({ fragment }) => {
      const slide = fragment.closest('section');
      if (!('figureStep' in fragment.dataset)) return;
      const step = Number(stepOf(slide) ?? 0);
      for (const frame of frames(slide)) tell(frame, 'goto', { step });
      for (const one of elements(slide)) one.goto?.(step);
    };
    deck.on('fragmentshown', follow);
    deck.on('fragmenthidden', follow);
    deck.on('slidechanged', ({ previousSlide }) => {
      for (const frame of previousSlide ? frames(previousSlide) : []) if (!frame.src) gone.add(frame);
    });
    // Of a deck that is printed all frames are loaded, not only those with data-preload, and each figure begins at the moment
    // of its page. Once all is drawn, <html data-printed="ready"> says so to whoever prints.
    deck.on('pdf-ready', async () => {
      const all = deck.getRevealElement();
      for (const frame of frames(all)) {
        const given = frame.src || frame.dataset.src;
        if (!given) continue;
        const address = new URL(given, location.href);
        const step = stepOf(frame.closest('section'));
        if (step && isFigures(address)) {
          address.searchParams.delete('at');
          address.searchParams.set('step', step);
        }
        if (frame.src === address.href) continue;
        drawn.delete(frame);
        frame.src = address.href;
      }
      for (const one of elements(all)) {
        const step = stepOf(one.closest('section'));
        if (step) one.setAttribute('step', step);
        one.addEventListener('ready', () => see(one));
        if (one.shadowRoot?.querySelector('[data-ready]')) drawn.add(one);
        else one.pause?.(); // is fetched for it
      }
      const images = [...all.querySelectorAll('img')];
      for (const image of images) image.loading = 'eager';
      await Promise.allSettled([document.fonts.ready, ...images.map((image) => image.decode())]);
      expected = [...frames(all).filter((frame) => isFigures(frame.src)), ...elements(all)];
      see();
    });

    // The first figure that has a further moment takes the key, on the way back the last one; without any, the deck does.
    const go = (back) => {
      const slide = deck.getCurrentSlide();
      const free = marked(slide, '').length === 0;
      const all = free ? [...slide.querySelectorAll('iframe, strideless-figure')] : [];
      const takes = (one) => {
        if (one.localName !== 'iframe') return one[back ? 'previous' : 'next']?.();
        const at = gone.has(one) ? undefined : moments.get(one);
        if (at === undefined || (back ? at <= 0 : at >= 1)) return false;
        tell(one, back ? 'previous' : 'next');
        return true;
      };
      if (!(back ? all.reverse() : all).some(takes)) deck[back ? 'prev' : 'next']();
    };
    deck.addKeyBinding({ keyCode: 34, key: 'Page Down', description: 'Figure, then slide' }, () => go(false));
    deck.addKeyBinding({ keyCode: 33, key: 'Page Up', description: 'Figure, then slide back' }, () => go(true));
    deck.addKeyBinding({ keyCode: 32, key: 'Space', description: 'Figure, then slide' }, (event) => go(event.shiftKey));
  },
};
