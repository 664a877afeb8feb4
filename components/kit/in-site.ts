/** An address inside the site under whatever base path it is served: `site('/glossary/')`. */
export function inSite(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}

/** Whole, for a worker: it resolves addresses against its own file, not against the page. */
export function absolute(address: string): string {
  return new URL(address, document.baseURI).href;
}
