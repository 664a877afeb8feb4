/** An address inside the site under whatever base path it is served: `site('/glossary/')`. */
export function inSite(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}
