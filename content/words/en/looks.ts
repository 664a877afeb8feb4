/** What detectors made of one object: words that only the build needs. */
export const looks = {
  outcomes: {
    found: 'Found',
    doubted: 'Missed',
    misplaced: 'A box, but no fit',
    missed: 'Missed',
  },
  score: (score: string) => `, score\u00a0${score}`,
  onePixel: {
    scenes: ['First scene', 'Second scene'],
    caption: (threshold: number) =>
      `The middle of both scenes, with what two detectors of the lab say of the car. From a score of ${threshold} on a box counts; where several lie on the car, one is drawn: the best that fits, or else the surest. A dashed line shows where the car stands, where no box fits it.`,
  },
  redCar: {
    length: (length: number) => `${length}\u00a0px`,
    /** Of all cars. */
    found: (found: number, cars: number) => `${found} of ${cars} found`,
    caption: (cars: number, threshold: number) =>
      `A red car on its road with fewer and fewer pixels, and what three detectors of the lab say of it. From a score of ${threshold} on a box counts; where several lie on the car, one is drawn: the best that fits, or else the surest. Below each, how many of ${cars} such cars are found. Dashed: where the car stands, if no box that counts fits it.`,
  },
};
