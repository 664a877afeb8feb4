import type { YamlRowsWords } from '#lib/figures/yaml-rows/words.ts';

/** Rows put into YOLOv5’s file, and the numbers that go stale. */
export const yamlRows: YamlRowsWords = {
  title: 'Which row does a number mean?',
  parameters: {
    inserted: { label: 'SPD rows put in', help: 'From the top; the published file has all six.' },
  },
  presets: ['One row', 'The backbone', 'All six'],
  stops: {
    insert: (rows) => `${rows} ${rows === 1 ? 'row' : 'rows'} put in`,
    stale: 'the old numbers',
    fix: 'the numbers moved',
  },
  heads: {
    row: 'row',
    from: 'from',
    module: 'module',
    notes: 'if nobody changes the numbers',
    mended: 'the numbers moved',
  },
  finds: (numbers, modules) =>
    `${numbers.join(', ')} ${numbers.length > 1 ? 'find' : 'finds'} ${modules.join(', ')}`,
  stillMeans: (number) => `${number} is still the right row`,
  error: (found, meant) => `, ${found}², to join ${meant}²: error`,
  silent: (found) => `, ${found}² too: wrong, no error`,
  silentAll: ': no error',
  mended: (changes) =>
    changes
      .map(({ asks, means }) =>
        asks === means ? `${means} (as it was)` : `${means} (was ${asks})`,
      )
      .join(', '),
  sum: ({ right, error, silent }) =>
    [
      right > 0 ? `${right} still right` : '',
      error > 0 ? `${error} stop with an error` : '',
      silent > 0 ? `${silent} silently wrong` : '',
    ]
      .filter(Boolean)
      .join(', '),
  sumMended: (changed) => `${changed} numbers moved, all right again`,
  before: (numbers, inserted) =>
    `The 25 rows of YOLOv5’s file. ${numbers} numbers in it name a row. ${inserted} space-to-depth ${inserted === 1 ? 'row comes' : 'rows come'} in, and every row below moves down.`,
  stale: (inserted, { right, error, silent }) =>
    `With ${inserted} space-to-depth ${inserted === 1 ? 'row' : 'rows'} put in and the old numbers left: ${right} still mean the right row, ${error} join maps of different sizes and stop with an error, ${silent} read another map and say nothing.`,
  fixed: (changes) =>
    `All numbers moved with their rows: ${changes.map(({ asks, means }) => `${asks} became ${means}`).join(', ')}.`,
};
