/**
 * Leads an address whose fragment has moved there, with all else that the address says: to the fragment that its element
 * names, or to the same one on the page that it names. Where a whole page has moved, its <main> says where to.
 */
export function followMoved(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const moved = id && document.getElementById(id)?.dataset.moved;
  const to = moved || document.querySelector('main')?.dataset.moved;
  if (!to) return;
  const [page, fragment = id] = to.split('#');
  location.replace(`${page}${location.search}#${fragment}`);
}

followMoved();
addEventListener('hashchange', followMoved);
