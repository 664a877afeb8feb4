/**
 * What would answer a bet, as the page says it once the bet is made: no word of it may be seen near the question before.
 * By the name of the bet, in small letters.
 */
export const giveaways: Record<string, string[]> = {
  // why-small-things-vanish
  'vanish-positions': ['after three halvings a position', 'a single position'],
  'vanish-order': ['keep one pixel of 8', 'then not at all', 'the winner'],
  'vanish-dark': ['in with road', 'keeps its shade', 'the road is the maximum'],
  // reads
  'reads-3x3-stride-2': ['2 already', '1, 2, 2 and 4', 'four times as often'],
  'reads-which-even': ['multiple of', 'stride divides the kernel', 'every inner pixel nine times'],
  'reads-1x1': ['one phase out of four'],
  'reads-gradient': ['who hears', 'gone into four numbers', 'four times as much'],
  // space-to-depth
  'space-to-depth-shape': ['four times as deep', 'four of them have twelve', '6 × 6 × 12'],
  'spd-conv-lost': ['half as many numbers', 'cannot keep everything'],
  'spd-conv-weights-1x1': ['four ninths'],
  // focus
  'focus-which-window': ['6×6', '6x6', 'two pixels further'],
  'focus-zeros': ['seven are zero', '7 are zeros', 'with seven weights', '15 zeros'],
  'focus-control': ['against the equal kernel', 'nothing left to compare'],
  // what-is-lost
  'lost-strided-four': ['deletes nothing', 'fully known', 'can be solved for'],
  'lost-float16': ['part of the picture comes back', 'the error grows', 'fragile'],
  'lost-where': ['down to 64', 'no smaller than in the strided', 'both networks write 64'],
  'lost-spd-alias': ['traded places', 'only the best of the four', 'choice from the grid'],
  'lost-five-paths': ['1 4 3 5', 'paths against 1'],
  // who-did-it
  'suspect-work': ['work alone is enough', 'where spd-conv gains', 'the dearer is better'],
  'suspect-weights': ['the weights can be released', 'weights to store'],
  'suspect-stride': ['explains much', 'little came of it'],
  'suspect-numbers': [
    'more than three quarters',
    'does not need space-to-depth',
    'can hardly be told apart',
    'the one with max-pooling, though',
  ],
  'suspect-look': ['neither gain is sure', 'does seem to help'],
  'second-hearing': [
    'takes time to show',
    'the gap between them widens',
    'three fifths',
    'guilty suspect',
  ],
  'suspect-sizes': ['not largest where', 'no mark of', 'lose none of these cars'],
  // detectors
  'detectors-how-many': ['1,008', 'together 336'],
  'detectors-small-levels': ['p3 or not at all', 'p3 alone', 'only p3 is left'],
  'detectors-nms-low': ['one is gone', 'until both cars are found', 'as if it were a copy'],
  'detectors-pyramid-cost': ['5.25', '0.25 + 1 + 4'],
  'detectors-families': ['makes small objects larger', 'pays with pixels'],
  'detectors-what-changes': ['keeps everything else'],
  // yolov5-spd
  'yolov5-spd-how-many': ['five in the backbone', 'steps down twice more'],
  'yolov5-spd-stem-weights': ['makes 36', 'in another order', 'nine for each'],
  'yolov5-spd-growth': ['extra parameters are there', 'now read four times the channels'],
  'yolov5-spd-gain': ['spd network loses', 'at l they are'],
  'yolov5-spd-pools': ['they have stride 1', 'a map of the same size'],
  // resnet-spd
  'resnet-spd-shortcut': ['read a quarter', 'one position in', 'the other three it never'],
  'resnet-spd-replace': [
    'four times the weights',
    'a weight for each',
    'quarters of those weights',
  ],
  'resnet-spd-name': ['the layout of resnet-50', 'builds bottlenecks', 'used by nothing'],
  'resnet-spd-control': ['dropping the max-pool', 'the control to ask for'],
  // channel-orders
  'space-to-depth-order': ['channel of x′', 'of one channel together', 'lie in pytorch’s order'],
  'spd-conv-sentence': ['trade places, and for', '5 + 1 = 6', 'the difference is gone'],
  'reads-padding': ['the other way round', 'moves by one', 'one pixel further in'],
  'use-it-order': [
    'complete success',
    'everything fits',
    'nothing complains',
    'is scrambled',
    'names and shapes are the same',
  ],
  // use-it
  'use-it-channels': ['makes four channels of each', 'four times the channels?', '4 * ch'],
  'use-it-odd': ['125 is odd', '250 becomes 125'],
  'use-it-yaml': ['was lucky', 'name another row', 'nothing complains'],
  // results
  'results-large': ['it loses too', 'fades with size'],
  'results-cost': ['come out below', 'pay more for it', 'at the same work, the spd models'],
  // nine-networks
  'results-nine': ['looks like a triumph', 'with as much work gains'],
  'results-pool': ['most of the gain', 'max-pooling gains'],
  // where-it-pays
  'results-sizes': ['pixels spd gains', 'longer than the longest', 'in proportion the gain'],
  'pays-faults': ['where the object is', 'in its place', 'a large fault', 'not overlooked'],
  // uneven-reading
  'lost-random-weights': ['twice as much as one', 'becomes milder'],
  'uneven-one-pixel': ['in the second its box', 'one on luck'],
  'results-fragile': ['noise hurts least', 'spd as published keeps', 'blur-pooling keeps least'],
  // real-pictures
  'results-real': ['larger than the difference', 'worst of all', 'as luck has it'],
  'results-streets': ['point both ways', 'neither lead is sure', 'points on one street'],
  'results-classifiers': ['the order of the work', 'how large the maps are', 'halving less'],
  'results-degraded': ['had been behind', 'nothing says that it is ahead'],
};
