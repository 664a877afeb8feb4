/** Words on the orders of channels. */
export const orderTable = {
  caption:
    'Channels of X′ for an image with red, green and blue, block size 2. A: top left, B: bottom left, C: top right, D: bottom right.',
  order: 'Channel',
  channelNames: ['r', 'g', 'b', 'a'],
  names: {
    spd: 'SPD-Conv, Focus, Swin',
    tensorflow: 'TensorFlow, ONNX',
    'pixel-unshuffle': 'PyTorch PixelUnshuffle',
  },
};
