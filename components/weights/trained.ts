import { TRAINED as ALL, type Trained } from '#components/kit/trainings.ts';

/** The plan whose detectors are the lab's, and stand there. */
const LAB = 'pico/';

/** All that this page offers: whatever lies in the folder of the weights, but the lab's. */
export const TRAINED: readonly Trained[] = [...ALL.values()].filter(
  ({ path }) => !path.startsWith(LAB),
);

export function trained(path: string): Trained | undefined {
  return path.startsWith(LAB) ? undefined : ALL.get(path);
}
