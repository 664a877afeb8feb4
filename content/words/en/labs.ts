/** Words of the page that leads to the labs, and of the way from one to the next. */
export const labs = {
  title: 'Labs',
  question: 'Four places to take things into your own hands. Each begins with three experiments.',
  intro:
    'Everything runs in your browser, and the address of a lab keeps what you set. A link to an experiment is a link to those settings.',
  also: [
    'To run a network that you trained yourself, go to ',
    'Your weights',
    '; every figure and widget is listed in ',
    'the index',
    '.',
  ],
  switch: 'From lab to lab',
  nav: { lab: 'Detect', train: 'Train', classify: 'Classify', stack: 'Stack' },
  /** What is seen of each. */
  pictures: {
    lab: 'A generated road from above, a white box around each vehicle.',
    train: 'Small grey squares, each with a thin digit in noise.',
    classify: 'The same small red car in 32, 16, 8 and 4 pixels a side.',
    stack:
      'How often pixels are heard: a pattern through three and five strided halvings, one even tone through space-to-depth.',
  },
  sentences: {
    lab: 'Take hold of the objects of a scene, and see which detector finds them, which one misses them, and why.',
    train:
      'Train two small networks side by side that differ only in how they halve, and see whether the difference is more than noise.',
    classify: 'Take pixels away from a picture, and watch the networks change their minds.',
    stack:
      'Put downsamplers on top of each other, and see what that costs, how evenly it reads, and what is left.',
  },
};
