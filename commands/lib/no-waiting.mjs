/** What HarfBuzz's own module waits for while it is loaded. */
const WAITS = 'init(await createHarfBuzz());';

/**
 * For Vite: a module that waits while it is loaded makes every chunk that is fetched later one that may have to wait, with a file
 * more for each. So it says when it is ready instead, and whoever uses it waits.
 */
export const noWaiting = {
  name: 'no-waiting',
  transform(code, id) {
    if (!/\/harfbuzzjs\/dist\/index\.mjs$/.test(id)) return undefined;
    if (!code.includes(WAITS)) throw new Error('harfbuzzjs waits elsewhere than it did');
    return {
      code: code.replace(WAITS, 'export const ready = createHarfBuzz().then(init);'),
      map: null,
    };
  },
};
