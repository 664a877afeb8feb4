// On paper nothing stays in view: each moment of a passage has a small drawing of its own.

/** The drawing at a named moment under other parameters, as markup; `describedBy` is the id of what tells of it. */
export type Still = (
  stop: number,
  set: Readonly<Record<string, unknown>>,
  describedBy: string,
) => Promise<string>;

const ATTRIBUTE = (tag: string, name: string) =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll(/&#34;|&quot;/g, '"');

/** The figure that a picture's markup holds, by its id. */
export const figureIn = (picture: string): string | undefined =>
  ATTRIBUTE(/<spd-figure [^>]*>/.exec(picture)?.[0] ?? '', 'id');

/** The markup of the moments (Moment.astro), each with its drawing at its end. */
export async function withStills(moments: string, still: Still): Promise<string> {
  const parts = moments.split('</section>');
  const drawn = parts.map(async (part) => {
    const tag = /<section class="moment"[^>]*>/.exec(part)?.[0] ?? '';
    const [name, stop, set] = ['moment', 'stop', 'set'].map((of) => ATTRIBUTE(tag, `data-${of}`));
    if (stop === undefined) return part;
    const svg = await still(Number(stop), set ? JSON.parse(set) : {}, `moment-${name}`);
    return `${part}<div class="still" id="moment-${name}" data-pagefind-ignore>${svg}</div>`;
  });
  return (await Promise.all(drawn)).join('</section>');
}
