/** Words of the stages of a stack that is built by hand. */
export const stages = {
  way: (stage: number) => `Stage ${stage}: how it halves`,
  width: (stage: number) => `Stage ${stage}: channels written`,
  widthShort: 'channels',
  add: 'Add a stage',
  up: (stage: number) => `Move stage ${stage} up`,
  down: (stage: number) => `Move stage ${stage} down`,
  remove: (stage: number) => `Remove stage ${stage}`,
} as const;
