/** How far from the window something is when what it shows is fetched, as a CSS length. */
export const NEAR = '400px';

/**
 * Does something once, when the first of some elements comes near.
 *
 * @param margin how near, a CSS length
 * @returns stops waiting for it
 */
export function onceNear(
  elements: readonly Element[],
  act: () => void,
  margin: string = NEAR,
): () => void {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      act();
    },
    { rootMargin: margin },
  );
  for (const element of elements) watch.observe(element);
  return () => watch.disconnect();
}
