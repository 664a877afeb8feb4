/**
 * What a reader may ask of a figure's cells: its code and its words are fetched side by side, when the first is pointed at.
 *
 * @param words of the figure; they know where those of its cells stand
 * @param links the module that knows the cells
 */
export const lateCells =
  <Words, Said, Cells>(
    words: Words & { ofCells(): Promise<Said> },
    links: () => Promise<{ cells(words: Words & Said): Cells }>,
  ) =>
  async (): Promise<Cells> => {
    const [{ cells }, said] = await Promise.all([links(), words.ofCells()]);
    return cells({ ...words, ...said });
  };
