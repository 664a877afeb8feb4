/** Words of the chapter on what is lost. */
export const loss = {
  blocks: {
    caption:
      'Numbers for one position of the halved map, along the backbone at size s: from the published wirings, counted when the page was built.',
    stage: 'Halving',
    before: 'In the 2×2 block',
    strided: 'YOLOv5s writes',
    after: 'YOLOv5-SPD-s: after SPD',
    behind: 'and behind it',
  },
};
