/** The words of the home page's picture. */
export const hero = {
  stage:
    'A red car of 8 pixels on a grey road. The white squares are the pixels that are left after three halvings.',
  grip: 'The car. Drag it, or move it with the arrow keys',
  hint: 'Drag the car, or move it with the arrow keys.',
  caption: 'The same picture, halved',
  ways: { strided: 'Every second pixel', spd: 'Space-to-depth' },
  times: (n: number) => ['once', 'twice', 'three times'][n - 1],
  shows: (level: number) => `car: ${level}`,
  kept: (n: number) => `${n.toLocaleString('en')} pixels`,
  mapAlt: (way: string, times: string) => `${way}, ${times}`,
  note: 'How strongly the car shows: the largest difference that it makes to any number of the map, on a scale from 0 to 255. The frame marks the small picture in which it shows best.',
  /** Said aloud after every move, and seen below the maps. */
  verdict: (x: number, y: number, strided: number, spd: number) => {
    const where = `Column ${x}, row ${y}.`;
    const kept = `Space-to-depth keeps it in one of its 64 small pictures, at ${spd} of 255.`;
    if (strided === 0)
      return `${where} Halved three times by dropping pixels, the picture knows nothing of the car. ${kept}`;
    if (strided < 40)
      return `${where} Halved three times by dropping pixels, a trace of the car is left, its shadow, at ${strided} of 255. ${kept}`;
    return `${where} This time one of the pixels that are kept lies on the car: it shows at ${strided} of 255. ${kept}`;
  },
};
