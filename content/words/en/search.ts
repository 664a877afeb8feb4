/** Words of the search page. */
export const search = {
  title: 'Search',
  question: 'Which word are you looking for?',
  description: 'Search the chapters, the glossary and the references of this notebook.',
  label: 'Search the notebook',
  /** What can be looked for, and where the lists are. */
  instead: [
    'In the chapters, the references and the ',
    'glossary',
    '. The figures have ',
    'an index',
    ' of their own.',
  ],
  none: (query: string) => `Nothing found for “${query}”.`,
  found: (count: number, query: string) =>
    `${count} ${count === 1 ? 'page' : 'pages'} for “${query}”`,
  failed:
    'The index could not be loaded. The chapters and the glossary have lists of their own: see the links above.',
  withoutScript:
    'The search needs JavaScript. The lists of chapters, figures and terms do without.',
};
