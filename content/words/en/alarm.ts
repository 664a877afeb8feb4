/** Words of the lab about false alarms: boxes that hit nothing. */
const score = (value: number) => value.toFixed(2);

export const alarm = {
  group: 'False alarms',
  option: (number: number, kind: string, as: number, name: string) =>
    `${number}: ${kind}, ${score(as)}, by “${name}”`,
  count: (alarms: number) =>
    alarms === 0
      ? 'None of them raises a false alarm here.'
      : `Together they raise ${alarms} false ${alarms === 1 ? 'alarm' : 'alarms'}.`,
  next: 'Next false alarm',
  title: (name: string, kind: string, pixels: number, as: number) =>
    `A false alarm of “${name}”: ${kind}, ${pixels.toFixed(1)} px long, score ${score(as)}`,
  reasons: {
    second: (kind: string, overlap: number) =>
      `It lies on a ${kind}, which it overlaps by ${score(overlap)} (IoU). A surer box has found that ${kind} already, and a second one counts as false.`,
    class: (said: string, kind: string, overlap: number) =>
      `It lies on a ${kind}, which it overlaps by ${score(overlap)} (IoU), and says ${said}. Another box already speaks of that ${kind}.`,
    overlap: (kind: string, overlap: number, alike: boolean) =>
      `The nearest object is a ${kind}. It overlaps it by ${score(overlap)} (IoU), and 0.50 is asked for.${
        alike ? '' : ' Its class would be wrong as well.'
      }`,
    nothing: (kind: string, overlap: number, apart: number) =>
      `Nothing is there. The nearest object is a ${kind}, ${apart.toFixed(1)} px away, which it overlaps by ${score(overlap)} (IoU).`,
    empty: 'Nothing is there, nor anywhere in this picture.',
  },
  mine: 'this is its own box',
  /** What the others show there, in short. */
  shows: (kind: string, as: number) => `shows a ${kind} there, score ${score(as)}`,
  shown: 'shows no box there',
  /** The same, and what it said before any box was thrown away. */
  says: {
    self: (kind: string, as: number, reason: string) => `Says ${kind} with ${score(as)}. ${reason}`,
    same: (kind: string, as: number) => `Says ${kind} there too, with ${score(as)}.`,
    right: (kind: string, as: number) =>
      `Says ${kind} there too, with ${score(as)}, and its box fits: it finds a ${kind}.`,
    other: (kind: string, wrong: string, as: number, own: number | undefined) =>
      `Shows a ${wrong} there, with ${score(as)}${
        own === undefined ? '' : `; of ${kind} it is sure by ${score(own)}`
      }.`,
    below: (kind: string, own: number, threshold: number) =>
      `Shows nothing there: its best box that says ${kind} scores ${score(own)} and stays below the line at ${score(threshold)}.`,
    suppressed: (kind: string, own: number) =>
      `Shows nothing there: its box that says ${kind} scores ${score(own)} and gave way to a surer one beside it.`,
    silent: (kind: string) => `No box that says ${kind} lies there, however faint.`,
  },
} as const;
