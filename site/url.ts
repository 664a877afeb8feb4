/** The address of a page or a file of this site, whatever base path it is served under: `link('/figures/')`. */
export function link(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}

/** The absolute address, for tags that need one (canonical, Open Graph). */
export function absolute(path: string, site: URL | undefined): string {
  return new URL(link(path), site).href;
}
