import { TRAINED as ALL, PLAN, type Trained } from '#components/kit/trainings.ts';

/** All that this page offers: whatever lies in the folder of the weights, but the lab's. */
export const TRAINED: readonly Trained[] = [...ALL.values()].filter(
  ({ path }) => !path.startsWith(PLAN),
);

export function trained(path: string): Trained | undefined {
  return path.startsWith(PLAN) ? undefined : ALL.get(path);
}
