/**
 * Words a minute, assumed: somewhat less than the 238 at which adults silently read English non-fiction on average (most of
 * them at 175 to 300: Brysbaert 2019, Journal of Memory and Language 109, 104047), for a reader who thinks along.
 */
const PACE = 220;
/** What stops a reader, minutes each, assumed: a figure is played once, a question is thought about, a program skimmed. */
const STOPS: [pattern: RegExp, minutes: number][] = [
  [/<(Figure|Flow|Suspects|Decide|Converter)\b/g, 0.75],
  [/<(Runs|Gains|Curves|Frontier|PublishedGain|PublishedCost)\b/g, 0.5],
  [/<Predict\b/g, 0.3],
  [/<CodePair\b/g, 0.5],
];

/** The reading time of a chapter, from its MDX source: whole minutes, at least one. */
export function minutesOf(mdx: string): number {
  const prose = mdx
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/\$\$[\s\S]*?\$\$/g, ' ')
    .replace(/<[^>]*>/g, ' ');
  const words = prose.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0;
  const stops = STOPS.map(([pattern, minutes]) => (mdx.match(pattern)?.length ?? 0) * minutes);
  return Math.max(1, Math.round(stops.reduce((sum, m) => sum + m, words / PACE)));
}
