/** Marks the section being read in the table of contents. */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
const headings = links.flatMap(
  (a) => document.getElementById(decodeURIComponent(a.hash.slice(1))) ?? [],
);

function mark(): void {
  // The last heading that has passed the upper third of the window is the one being read.
  const current = headings.findLast(
    (heading) => heading.getBoundingClientRect().top < innerHeight / 3,
  );
  for (const a of links) {
    if (current && a.hash === `#${current.id}`) a.setAttribute('aria-current', 'true');
    else a.removeAttribute('aria-current');
  }
}

const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66% 0px' });
for (const heading of headings) observer.observe(heading);
mark();
