// What a chapter may use without importing it.
export { default as Figure } from '#components/Figure.astro';
export { default as Flow } from '#components/flow/Flow.astro';
export { default as Predict } from '#components/predict/Predict.astro';
export { default as CodePair } from '#components/text/CodePair.astro';
export { default as Cost } from '#components/text/Cost.astro';
export { default as CostTable } from '#components/text/CostTable.astro';
export { default as Note } from '#components/text/Note.astro';
export { default as Num } from '#components/text/Num.astro';
export { default as OrderTable } from '#components/text/OrderTable.astro';
export { default as Quote } from '#components/text/Quote.astro';
export { default as Reads } from '#components/text/Reads.astro';
export { default as ReadsTable } from '#components/text/ReadsTable.astro';
export { default as Ref } from '#components/text/Ref.astro';
export { default as Term } from '#components/text/Term.astro';
export { default as Trace } from '#components/text/Trace.astro';
