/** Words for a trained first halving, taken apart as the figures do it. */
export const apart = {
  title: 'Its first halving in the figures: disguise, rebuild, footprint',
  /** By how many networks have their weights in the figure. */
  open: [
    'Open the figure.',
    'Open the figure with these weights in it.',
    'Open the figure with the weights of this network and another in it.',
  ],
  disguise: 'Disguise: one kernel, two ways to write it',
  disguiseText:
    'Every trained filter here is a window that steps by two, and just as well a smaller kernel over the four phases that space-to-depth makes. First as windows on pixels:',
  windows: (name: string) => `First filters of ${name} as windows on pixels`,
  dealt:
    'The same weights after space-to-depth: for each filter the kernels over the phases a and c (above), b and d (below). Grey is zero; what no window reaches is left out.',
  dealtLabel: (name: string) => `First filters of ${name}, dealt to the four phases`,
  noDisguise:
    'Its first convolution steps by one, and what halves comes after it. So no single window that steps by two stands for the whole.',
  rebuild: 'Rebuild: what the next layer could still tell',
  rebuildText:
    'An unseen crop’s middle goes through the trained weights, without ReLU and bias; each output is kept in eight bits, and the picture is solved for. It wraps around at its edges.',
  piece: 'Before',
  rebuilt: 'Rebuilt',
  numbers: (share: number, condition: number, missing: number) =>
    `It writes ${share.toFixed(2)} numbers for each that it reads. Condition number ${
      Number.isFinite(condition)
        ? condition.toLocaleString('en', { maximumSignificantDigits: 3 })
        : 'infinite: a frequency is deleted'
    }. Missing: ${(100 * missing).toFixed(missing < 0.1 ? 1 : 0)} per cent of the contrast.`,
  noMap: 'Taking the largest of four is not linear: no matrix leads back from it.',
  other: 'Another crop',
  footprint: 'Footprint: which pixels are heard',
  footprintText:
    'Its own footprint stands above, by gradient on unseen crops. The figure builds one up from the weights alone, halving by halving: each path from a pixel counts by the mean size of the weights that it passes. Plus and minus partly cancel in a gradient and not there, so what is uneven looks more uneven in the figure.',
};
