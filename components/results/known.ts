import { type Conditions, experiment, summariesOf } from '#components/kit/measured.ts';

/**
 * Whether every variant has `least` rows of an experiment under some conditions: runs take days, and their rows come one
 * by one. For expressions in a chapter, `{known(...) && <Runs ... />}`: what stands between the tags of a component is
 * drawn before the component can say no.
 *
 * @throws Error for an experiment that no result file names
 */
export function known(
  of: string,
  where: Conditions,
  variants: readonly string[],
  least = 1,
): boolean {
  const found = summariesOf(experiment(of), where);
  const rowsOf = (variant: string) =>
    found.filter((summary) => summary.variant === variant).flatMap(({ rows }) => rows);
  return variants.every((variant) => rowsOf(variant).length >= least);
}
