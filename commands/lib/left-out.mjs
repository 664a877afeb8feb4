/** Parts of libraries that nothing here uses: jsPDF draws HTML with them, and fetches them only then. */
const UNUSED = ['html2canvas', 'canvg', 'dompurify'];

/** For Vite: they are empty, so that the site ships none of them. */
export const leftOut = {
  name: 'left-out',
  enforce: 'pre',
  resolveId: (id) => (UNUSED.includes(id) ? `\0left-out:${id}` : undefined),
  load: (id) => (id.startsWith('\0left-out:') ? 'export default undefined' : undefined),
};
