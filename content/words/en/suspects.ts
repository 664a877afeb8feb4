/** The words of the line-up: the networks of our experiment and what could have caused the gain. */
export const suspects = {
  caption: (runs: number) =>
    `AP on held-out scenes. Dots are runs, one for each seed, ${runs} in all; the bar is their mean.`,
  /** Of the boxes that appear in the rows. */
  guess: 'what you guessed',
  axis: 'AP, %',
  number: (mean: string) => `${mean} AP`,
  titles: { networks: 'The networks', suspects: 'The suspects' },
  names: {
    work: 'It works harder',
    parameters: 'It has more weights',
    'space-to-depth': 'It keeps every number',
    stride: 'It has no stride',
    convolution: 'It looks before it halves',
  } as Record<string, string>,
  verdicts: {
    work: 'enough by itself',
    parameters: 'explains little',
    'space-to-depth': 'adds little, so far',
    stride: 'explains little',
    convolution: 'most of the gain',
  } as Record<string, string>,
  /** What stands in a row, shorter than elsewhere. */
  networks: {
    yolov5p: 'Strided 3×3',
    'yolov5p-spd': 'SPD-Conv, as published',
    'yolov5p-wide-macs': 'Strided with SPD’s work',
    'yolov5p-wide-parameters': 'Strided at SPD’s size',
    'yolov5p-spd-3x3': 'SPD, then 3×3 = 6×6, stride 2',
    'yolov5p-spd-1x1': 'SPD, then 1×1 = 2×2, stride 2',
    'yolov5p-maxpool': '3×3, then max-pooling',
    'yolov5p-avgpool': '3×3, then average pooling',
    'yolov5p-blurpool': '3×3, then blur-pooling',
  } as Record<string, string>,
};
