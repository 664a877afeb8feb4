const write = (type: Intl.ListFormatType, items: readonly (number | string)[]) =>
  new Intl.ListFormat('en-GB', { type }).format(items.map(String));

/** "1", "1 and 2", "1, 2 and 3" */
export const allOf = (items: readonly (number | string)[]): string => write('conjunction', items);

/** "1", "1 or 2", "1, 2 or 3" */
export const oneOf = (items: readonly (number | string)[]): string => write('disjunction', items);
