// On paper nothing stays in view: each moment of a passage has a small drawing of its own.

/** The drawing at a named moment under other parameters, as markup; `describedBy` is the id of what tells of it. */
export type Still = (
  stop: number,
  set: Readonly<Record<string, unknown>>,
  describedBy: string,
) => Promise<string>;

const ATTRIBUTE = (tag: string, name: string) =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll(/&#34;|&quot;/g, '"');

/** The figure that a picture's markup holds: its id, and the moment that it shows where that is said. */
export function figureIn(picture: string): { id: string | undefined; shown: string | undefined } {
  const tag = /<spd-figure [^>]*>/.exec(picture)?.[0] ?? '';
  return { id: ATTRIBUTE(tag, 'id'), shown: ATTRIBUTE(tag, 'stop') };
}

/** The markup of the moments (Moment.astro), each with its drawing at its end; the one that the picture shows has it there. */
export async function withStills(
  moments: string,
  still: Still,
  shown?: string | undefined,
): Promise<string> {
  const parts = moments.split('</section>');
  const drawn = parts.map(async (part) => {
    const tag = /<section class="moment"[^>]*>/.exec(part)?.[0] ?? '';
    const [name, stop, set] = ['moment', 'stop', 'set'].map((of) => ATTRIBUTE(tag, `data-${of}`));
    if (stop === undefined || (stop === shown && !set)) return part;
    const svg = await still(Number(stop), set ? JSON.parse(set) : {}, `moment-${name}`);
    return `${part}<div class="still" id="moment-${name}" data-pagefind-ignore>${svg}</div>`;
  });
  return (await Promise.all(drawn)).join('</section>');
}
