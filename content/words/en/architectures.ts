/** Words of the page of architectures, of its explorer, and of counted numbers in a text. */
export const architectures = {
  title: 'Architectures',
  question:
    'What does a whole network look like once its strides are gone, and what does that cost?',
  intro: [
    'Below stands a whole network, drawn from the same file that the engine runs. Every box is a layer. Boxes further down work on smaller maps, and a box between two bands is a step from one size to the next.',
    'Flip between the two versions and watch which layers move. A layer that moves up works on a larger map: it keeps its weights and costs four times as much.',
  ],
  flip: 'Version shown',
  sides: { strided: 'Strided', spd: 'SPD' },
  readingTitle: 'How to read it',
  reading: [
    'A numbered box is a stride that was replaced. A hollow number is a replacement that changes nothing: YOLOv5’s 6×6 stem and Focus compute the same function.',
    '“stays” marks a stride that the SPD version keeps, “×” a pooling layer that it drops, “+” a step that it adds.',
    'A box is filled by its share of the cost, on one scale for both versions; in the SPD version a red line shows where the strided layer’s fill ended. Choose below the figure whether that means multiply-accumulates or parameters.',
    'Click a box, or move the slider “Layer”, for the numbers of one layer in both versions. “reads” shows how often it reads the four places of a 2×2 block of its input.',
    'With “Explore cells” pressed, the arrow keys walk from layer to layer, and Enter chooses one.',
  ],
  tableTitle: 'All layers as a table',
  tableCaption: (strided: string, spd: string) => `Layers of ${strided} beside those of ${spd}.`,
  layer: 'Layer',
  output: 'Output',
  parameters: 'Parameters',
  macs: 'MACs',
  share: 'of all',
  reads: 'How it reads its input',
  none: '–',
  countsTitle: 'All of them, counted',
  countsIntro:
    'Parameters and multiply-accumulates (convolutions and linear layers, one picture), counted from the files when this page was built. “Held against” says whose count they agree with, to the last digit.',
  countsCaption: 'Parameters and MACs of every architecture in this repository.',
  network: 'Network',
  picture: 'Picture',
  classes: 'Classes',
  lastMap: 'Last map',
  heldAgainst: 'Held against',
  ownCount: '– (our own)',
  counted: (architecture: string, size: number, classes: number) =>
    `Counted from ${architecture} for a picture of ${size} × ${size} and ${classes} classes when the page was built.`,
};
