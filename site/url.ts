import { inSite } from '#components/kit/in-site.ts';

/** The address of a page or a file of this site, whatever base path it is served under: `link('/figures/')`. */
export const link = inSite;

/** The absolute address, for tags that need one (canonical, Open Graph). */
export function absolute(path: string, site: URL | undefined): string {
  return new URL(link(path), site).href;
}
