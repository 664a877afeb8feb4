/** Leads an address whose fragment has moved to another page there, with all else that the address says. */
export function followMoved(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const page = id && document.getElementById(id)?.dataset.moved;
  if (page) location.replace(`${page}${location.search}#${id}`);
}

followMoved();
addEventListener('hashchange', followMoved);
