// Headings that a chapter had once, and where what stood under them is read now: links from outside still lead there.

/** By chapter and fragment; a target without a page is on the same one. */
export const OLD_HEADINGS: Record<string, Record<string, string>> = {
  focus: {
    'the-same-thing-once-and-everywhere': '#where-each-weight-goes',
    'once-and-everywhere': '#where-each-weight-goes',
    'what-the-paper-says-and-what-its-code-does': '#what-is-left-of-no-more-strides',
    'often-confused': '#what-is-left-of-no-more-strides',
  },
  'nine-networks': { 'where-does-it-pay': '/chapters/where-it-pays/#where-does-it-pay' },
  reads: {
    'which-rows-are-the-lucky-ones': '/chapters/channel-orders/#which-rows-are-the-lucky-ones',
    'odd-or-even-it-depends-on-where-you-start':
      '/chapters/channel-orders/#which-rows-are-the-lucky-ones',
    'the-same-count-read-backwards': '#read-backwards',
    'often-confused': '#does-a-stride-skip-pixels',
    'uneven-is-not-skipped': '#does-a-stride-skip-pixels',
  },
  results: { 'should-i-use-it': '/chapters/who-did-it/#should-you-use-it' },
  'space-to-depth': {
    'who-had-it-before': '#a-new-name-for-an-old-thing',
    'others-who-had-it-before': '#a-new-name-for-an-old-thing',
    'the-formula': '#and-back',
    'a-stride-in-disguise': '/chapters/focus/#where-each-weight-goes',
    'whose-order': '/chapters/channel-orders/#whose-order',
    'what-the-paper-says-and-what-its-code-does': '/chapters/channel-orders/#a-sentence-that-slips',
    'often-confused': '#nothing-lost-nothing-learned',
  },
  'spd-conv': {
    'the-block': '/chapters/space-to-depth/#the-block',
    'why-without-a-stride': '/chapters/space-to-depth/#the-block',
    'must-something-be-lost': '/chapters/space-to-depth/#the-block',
    'what-it-costs': '/chapters/space-to-depth/#what-it-costs',
    'where-does-the-convolution-go': '/chapters/use-it/#where-does-the-convolution-go',
    'which-rows-a-sentence-that-slips': '/chapters/channel-orders/#a-sentence-that-slips',
    'in-code': '/chapters/space-to-depth/#in-code',
    'what-the-paper-says-and-what-its-code-does': '/chapters/yolov5-spd/#what-the-paper-says',
    'often-confused': '/chapters/space-to-depth/#the-block',
  },
  'use-it': {
    'a-converter': '/chapters/channel-orders/#a-converter',
    'a-list-to-tick-off': '#checklist',
  },
  'what-is-lost': {
    'the-same-picture-in-training': '/chapters/uneven-reading/#weights-other-than-one',
    'uneven-is-not-lossy': '#with-rounded-numbers',
    'read-once-or-four-times': '#with-rounded-numbers',
    'known-but-how-firmly': '#with-rounded-numbers',
    'what-the-published-code-does': '#what-the-paper-says',
    'often-confused': '#first-test-can-it-be-undone',
  },
  'why-small-things-vanish': {
    'five-times-half': '#five-halvings',
    'try-it-on-a-scene': '#the-microscope',
    'is-it-the-winner': '#a-second-car',
    'the-brightest-wins': '#a-second-car',
    'an-older-remedy': '#the-microscope',
    'a-remedy-that-is-older': '#the-microscope',
    'what-the-published-code-does': '#what-the-paper-says',
    'often-confused': '#one-halving-then-the-next',
  },
  'yolov5-spd': { 'the-first-of-seven-changes-nothing': '#the-first-of-the-seven' },
};
