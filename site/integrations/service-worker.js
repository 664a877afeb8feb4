// Keeps the whole notebook on the device after the first visit. The build fills in the three names in capitals.
const CACHE = 'strideless-__VERSION__';
const FILES = '__FILES__';
const NOT_FOUND = '__BASE__404.html';
/** A page comes from the network if that answers within this time, milliseconds. */
const PATIENCE = 3000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

function isOld(name) {
  return name.startsWith('strideless-') && name !== CACHE;
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  event.respondWith(request.mode === 'navigate' ? page(request) : file(request));
});

/** The newest page; without a network, or with a slow one, the one that is kept, whatever its parameters. */
async function page(request) {
  const kept = await caches.match(request, { ignoreSearch: true });
  try {
    const signal = kept ? AbortSignal.timeout(PATIENCE) : undefined;
    return await fetch(request, { signal });
  } catch {
    return kept ?? (await caches.match(NOT_FOUND)) ?? Response.error();
  }
}

/** What is kept; anything else is fetched, and kept from then on. */
async function file(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.status === 200 && !request.headers.has('range')) {
    const copy = response.clone();
    caches
      .open(CACHE)
      .then((cache) => cache.put(request, copy))
      .catch(() => undefined);
  }
  return response;
}
