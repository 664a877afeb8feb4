import { loadCode } from '#components/kit/load-code.ts';
import type { Size } from '#lib/figures/index.ts';
import { RATE } from './formats.ts';

/** The kinds of film that this browser can't make in this size. */
export async function unableFilms(size: Size): Promise<('mp4' | 'webm')[]> {
  const { codecFor } = await loadCode(() => import('#lib/export/film.ts'));
  const kinds = ['mp4', 'webm'] as const;
  const codecs = await Promise.all(
    kinds.map((kind) => codecFor(kind, { ...size, rate: RATE[kind] })),
  );
  return kinds.filter((_, i) => codecs[i] === undefined);
}
