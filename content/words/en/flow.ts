/** A picture’s way through a detector: what stands around its stages. */
export const flow = {
  title: 'A picture’s way through a detector',
  stages: {
    input: 'Input',
    backbone: 'Backbone',
    neck: 'Neck',
    head: 'Head',
    anchors: 'Anchors',
    assignment: 'Assignment',
    nms: 'NMS',
  },
  /** The same without any numbers of a run: for readers without JavaScript. */
  told: {
    input: 'A generated scene of 128 × 128 pixels: three numbers each, red, green and blue.',
    backbone: 'The backbone halves the maps five times, and makes them deeper.',
    neck: 'The neck carries what the coarse maps know to the fine ones, and back.',
    head: 'For every cell of three maps the head gives 30 numbers: ten for each of three anchors.',
    anchors:
      'Four of the ten numbers move and stretch the anchor into a box; the others say how sure, and what.',
    assignment:
      'In training only: which cells and anchors are asked for which object. The others are to say “nothing here”.',
    nms: 'Of the boxes that overlap, the surest stays. These are the detections.',
  },
  stageNavigation: 'Stages',
  back: 'Back',
  next: (stage: string) => `Next: ${stage}`,
  detector: 'Detector',
  variants: { strided: 'Strided', spd: 'SPD' },
  scene: (seed: number) => `Scene ${seed}`,
  previousScene: 'Previous scene',
  nextScene: 'Next scene',
  loading: (bytes: number) => `Fetching the detector, ${(bytes / 1000).toFixed(0)} kB so far`,
  starting: 'The engine starts…',
  stopped: 'Stopped.',
  failed: (why: string) => `The detector can’t run. ${why}`,
  runsOn: (backend: string) =>
    `Every picture here is drawn from numbers that this browser has just computed (${backend}).`,
};
