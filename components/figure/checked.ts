/** Figures that the engine checks beside the drawing, and the element that does it. */
export const CHECKED: Record<string, CheckName | undefined> = {
  reads: 'spd-engine-check',
  disguise: 'spd-equivalence-check',
  footprint: 'spd-footprint-check',
};

export type CheckName = 'spd-engine-check' | 'spd-equivalence-check' | 'spd-footprint-check';
