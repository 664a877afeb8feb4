/** Marks the section being read in the table of contents. */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
const headings = links.flatMap(
  (a) => document.getElementById(decodeURIComponent(a.hash.slice(1))) ?? [],
);

/** Those that have passed the upper third of the window: the last of them is the one being read. */
const passed = new Set<Element>();

function mark(): void {
  const current = headings.findLast((heading) => passed.has(heading));
  for (const a of links) {
    if (current && a.hash === `#${current.id}`) a.setAttribute('aria-current', 'true');
    else a.removeAttribute('aria-current');
  }
}

// All that is above counts as inside: a heading that is jumped over from below has come in as well.
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting) passed.add(target);
      else passed.delete(target);
    mark();
  },
  { rootMargin: '1000000px 0px -66% 0px' },
);
for (const heading of headings) observer.observe(heading);
