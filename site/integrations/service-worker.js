// Keeps the whole notebook on the device after the first visit. The build fills in the names in capitals.
const SCOPE = '__SCOPE__';
/** Two builds may live on one origin: the name of a cache says whose it is, and of which version. */
const FAMILY = `strideless ${SCOPE} `;
const CACHE = `${FAMILY}__VERSION__`;
/** Every file of this version by its path, with a hash of what it holds. Other files are none of our business. */
const REVISIONS = '__REVISIONS__';
/** Paths of those that are kept from the start; the others are kept once they were used. */
const AT_ONCE = '__AT_ONCE__';
/** The same table as the server has it now: it tells whether a newer version stands there. */
const TABLE = `${SCOPE}revisions.json`;
const NOT_FOUND = `${SCOPE}404.html`;
/** So long the network has for the beginning of an answer, milliseconds. How long the rest takes is no matter. */
const PATIENCE = 3000;

const ours = () => caches.keys().then((names) => names.filter((name) => name.startsWith(FAMILY)));

// --- Install: what has not changed comes from the version before, the rest from the server, past the browser's cache.

self.addEventListener('install', (event) => {
  event.waitUntil(fill());
});

async function fill() {
  const before = (await ours()).filter((name) => name !== CACHE);
  const cache = await caches.open(CACHE);
  await Promise.all(
    AT_ONCE.map(async (path) => {
      const same = await unchanged(path, before);
      return cache.put(path, same ?? (await fresh(path)));
    }),
  );
  await cache.put(TABLE, new Response(JSON.stringify(REVISIONS)));
}

/** The file as an older cache of ours holds it, if it has the same hash there. */
async function unchanged(path, names) {
  for (const name of names) {
    const cache = await caches.open(name);
    const table = await cache.match(TABLE).then((response) => response?.json());
    if (table?.[path] === REVISIONS[path]) {
      const response = await cache.match(path);
      if (response) return response;
    }
  }
}

async function fresh(path) {
  const response = await fetch(path, { cache: 'reload' });
  if (!response.ok) throw new Error(`${path}: the server answered ${response.status}`);
  return direct(response);
}

/** A response that came over a redirect must not answer the request for a page. */
function direct(response) {
  if (!response.redirected) return response;
  const { status, headers } = response;
  return new Response(response.body, { status, headers });
}

self.addEventListener('activate', (event) => {
  event.waitUntil(leaveOld().then(() => self.clients.claim()));
});

/** Earlier versions go, and what the first of all versions kept for this scope: their caches did not say whose they were. */
async function leaveOld() {
  for (const name of await caches.keys()) {
    if (name === CACHE) continue;
    if (name.startsWith(FAMILY) || (/^strideless-[0-9a-f]+$/.test(name) && (await holdsOurs(name))))
      await caches.delete(name);
  }
}

/** Whether the files in a cache are of this scope, and of none below it: another build may live there. */
async function holdsOurs(name) {
  const requests = await (await caches.open(name)).keys();
  const paths = requests.map(({ url }) => new URL(url).pathname);
  return paths.length === 0 || paths.includes(SCOPE);
}

// --- Fetch.

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (!url.pathname.startsWith(SCOPE) || request.headers.has('range')) return;
  // A worker reads the same version as the page that starts it.
  const { clientId, resultingClientId } = event;
  if (request.destination === 'worker' && newest.has(clientId))
    newest.set(resultingClientId, newest.get(clientId));
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (url.pathname in REVISIONS) event.respondWith(file(event, url.pathname));
  else if (url.pathname.startsWith(`${SCOPE}_astro/`)) event.respondWith(anyVersion(request));
});

/** The server's answer, not the browser's memory of it. */
const ask = (request) => fetch(request, { cache: 'no-cache' });

/** The same if it begins in time. Its body is never cut. */
async function inTime(request) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    return await fetch(request, { cache: 'no-cache', signal: patience.signal });
  } finally {
    clearTimeout(timer);
  }
}

/** The newest page; without a network, or with a slow or a broken one, the one that is kept, whatever its parameters. */
async function page(event, url) {
  const path = pathOf(url.pathname);
  const cache = await caches.open(CACHE);
  const kept = await cache.match(path);
  try {
    const response = await (kept ? inTime : ask)(event.request);
    if (response.status >= 500 && kept) throw new Error(`the server answered ${response.status}`);
    if (response.status === 200 && path in REVISIONS && !kept) keep(event, path, response.clone());
    return response;
  } catch (error) {
    // Its files have to be of the same version, also if the network answers again meanwhile.
    newest.set(event.resultingClientId, REVISIONS);
    if (kept && path !== url.pathname)
      return Response.redirect(new URL(path + url.search, url).href);
    if (kept) return kept;
    const absent = await cache.match(NOT_FOUND);
    if (!absent) throw error;
    return new Response(absent.body, { status: 404, headers: absent.headers });
  }
}

/** The path under which a page is kept: folders end in a slash, their index.html has no name. */
function pathOf(pathname) {
  const path = pathname.replace(/\/index\.html$/, '/');
  return path in REVISIONS || !(`${path}/` in REVISIONS) ? path : `${path}/`;
}

/** What is kept, if it is of the version that the server has now; else the server's. The query is no part of a file's name. */
async function file(event, path) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(path);
  if (kept && (path.startsWith(`${SCOPE}_astro/`) || (await isNewest(event, path)))) return kept;
  if (!kept) {
    const response = await ask(event.request);
    if (response.status === 200) keep(event, path, response.clone());
    return response;
  }
  try {
    const response = await inTime(event.request);
    return response.ok ? response : kept;
  } catch {
    return kept;
  }
}

/** A file whose name carries its hash is right in whichever version it is kept. */
async function anyVersion(request) {
  for (const name of await ours()) {
    const kept = await (await caches.open(name)).match(request.url, { ignoreSearch: true });
    if (kept) return kept;
  }
  return fetch(request);
}

/** Keeps a file that was used, unless a newer version of it has come than the one this worker knows. */
function keep(event, path, response) {
  const put = async () => {
    if (!(await isNewest(event, path))) return;
    const cache = await caches.open(CACHE);
    await cache.put(path, direct(response));
  };
  // The device may be full: then the file is fetched again next time.
  event.waitUntil(put().catch(() => undefined));
}

/** The server's table by the page that asked: all files of one page come from one version. */
const newest = new Map();

/** Whether the server has the same version of a file as this worker; where it does not say so in time, it has. */
async function isNewest(event, path) {
  const client = event.clientId || event.resultingClientId;
  if (newest.size > 100) newest.clear();
  if (!newest.has(client)) {
    newest.set(
      client,
      inTime(TABLE)
        .then((response) => (response.ok ? response.json() : REVISIONS))
        .catch(() => REVISIONS),
    );
  }
  const table = await newest.get(client);
  return table[path] === undefined || table[path] === REVISIONS[path];
}
