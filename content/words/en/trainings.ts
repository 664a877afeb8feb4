/** What the shipped weights were trained on, by the pictures: for the lists of weights, and for the lab. */
export const trainings = {
  scenes: {
    title: 'Generated scenes',
    note: 'They know the scenes of the lab: small vehicles, drawn by a program. Try the sample scene.',
  },
  aerial: {
    title: 'Vehicles from above (KIT AIS)',
    note: 'Trained on photographs of one street from above. Drop an aerial picture in which a car is about ten pixels long at the input size.',
  },
  cells: {
    title: 'Blood cells (BCCD)',
    note: 'Trained on blood smears of 160 × 120 pixels. Drop a picture from a microscope; the sample scene means nothing to it.',
  },
  objects: {
    title: 'Animals and vehicles (CIFAR-10)',
    note: 'Trained on pictures of 32 × 32 pixels for a few minutes, much narrower than published. Drop a photograph of a ship or a horse that fills the picture.',
  },
  other: {
    title: 'Others',
    note: 'Weights that came with this copy of the notebook. Their card, beside the file, says what they were trained on.',
  },
};
