import type { AnchorsCellWords } from '#lib/figures/anchors/words.ts';

export const anchors: AnchorsCellWords = {
  cell: {
    where: (name, row, column, stride) =>
      `${name}, row ${row}, column ${column}: pixels ${column * stride} to ${(column + 1) * stride - 1} across, ${row * stride} to ${(row + 1) * stride - 1} down.`,
    answers: (anchors, own) =>
      `It answers with ${anchors} ${anchors === 1 ? 'anchor' : 'anchors'}: ${own ? 'the centre lies in it' : 'it is a neighbour near the centre'}.`,
    near: 'It is near enough, but no anchor of this level fits.',
    no: 'It does not answer for this object.',
  },
};
