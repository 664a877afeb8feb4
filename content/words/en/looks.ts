/** What detectors made of one object: words that only the build needs. */
export const looks = {
  outcomes: {
    found: 'Found',
    doubted: 'Missed',
    misplaced: 'A box, but no fit',
    missed: 'Missed',
  },
  score: (score: string) => `, score ${score}`,
  onePixel: {
    scenes: ['First scene', 'Second scene'],
    caption: (threshold: number) =>
      `The middle of both scenes, with the boxes of two detectors of the lab. From a score of ${threshold} on a box counts. A dashed line shows where the car stands, where no box fits it.`,
  },
  redCar: {
    length: (length: number) => `${length} pixels`,
    /** Of all cars. */
    found: (found: number, cars: number) => `${found} of ${cars} found`,
    caption: (cars: number) =>
      `A red car on its road, taken with fewer and fewer pixels, and the boxes of three detectors of the lab. Below each, how many of ${cars} such cars the detector finds. A dashed line shows where the car stands, where no box that counts fits it.`,
  },
};
