import type { SmallObjectsWords } from '#lib/figures/small-objects/words.ts';

/** What people do for small objects, one method after the other. */
export const smallObjects: SmallObjectsWords = {
  title: 'What people do for small objects',
  parameters: {
    object: { label: 'Smallest object', help: 'The others are three and six times as long.' },
    from: {
      label: 'Suitable from',
      help: 'SNIP and SNIPER: lengths that a size of the picture is trained on.',
    },
    to: { label: 'Suitable to' },
  },
  methods: {
    'One map': {
      name: 'One map',
      who: 'where it all begins',
      does: 'One picture, one backbone, and one map in which objects are looked for.',
      helps: 'Nothing yet.',
      costs: 'What is small has no cell of its own in the last map.',
    },
    'Image pyramid': {
      name: 'Image pyramid',
      who: 'Adelson et al. 1984',
      does: 'The same detector looks at the picture in several sizes.',
      helps: 'Every object has a size in which it is easy to see.',
      costs: 'All the work again for each size; the largest costs most.',
    },
    SNIP: {
      name: 'SNIP',
      who: 'Singh and Davis 2018',
      does: 'The pyramid again. But in each size only objects of a suitable length are trained on.',
      helps: 'Training is not pulled about by objects that are far too small or too large.',
      costs: 'The whole pyramid must still be computed.',
    },
    SNIPER: {
      name: 'SNIPER',
      who: 'Singh, Najibi and Davis 2018',
      does: 'Of the pyramid only chips are read: pieces around objects, in the size that suits them.',
      helps: 'Training in many sizes without reading all their pixels.',
      costs:
        'Chips have to be chosen. It is a way to train: a new picture is still read in several sizes.',
    },
    FPN: {
      name: 'FPN',
      who: 'Lin et al. 2017',
      does: 'One picture. Coarse maps are doubled in size and added to the finer ones.',
      helps: 'Fine maps learn what coarse ones know, so small things can be found on them.',
      costs: 'A few more convolutions. Detail that the backbone dropped does not come back.',
    },
    PANet: {
      name: 'PANet',
      who: 'Liu et al. 2018',
      does: 'After the path from coarse to fine comes a second one, from fine to coarse.',
      helps: 'What fine maps know of the place reaches the coarse ones by a short path.',
      costs: 'More layers, and two more halvings.',
    },
    BiFPN: {
      name: 'BiFPN',
      who: 'Tan, Pang and Le 2020',
      does: 'Joins with one input are dropped, a direct edge is added, and edges have weights.',
      helps: 'Each map counts as much in a join as it is worth there.',
      costs: 'It is stacked several times, and every edge brings a weight to learn.',
    },
    SAN: {
      name: 'SAN',
      who: 'Kim, Kang and Kim 2018',
      does: 'Features of all scales are mapped into one space, by the relations between channels.',
      helps: 'An object looks the same to the head, whether it is large or small.',
      costs: 'An extra network with a training of its own; little time, its authors say.',
    },
  },
  drawing: {
    heads: 'heads',
    head: 'head',
    boxes: 'boxes',
    picture: 'one picture',
    pictureShort: 'picture',
    helps: 'Helps',
    costs: 'Costs',
    pixels: 'Pixels read in this drawing',
  },
  pictures: (n) => `${n} ${n === '1' ? 'picture' : 'pictures'}`,
  told: ({ name, who, does, helps, costs, pictures }) =>
    `${name} (${who}). ${does} It helps: ${helps} It costs: ${costs} Pixels read in this drawing: ${pictures}.`,
};
