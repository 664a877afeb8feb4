import type { SpaceToDepthCellWords } from '#lib/figures/space-to-depth/words.ts';

export const spaceToDepth: SpaceToDepthCellWords = {
  grid: (channel, name) => `X′, channel ${channel} (${name})`,
  cell: {
    x: (pixel, phase, place, channels) =>
      `${pixel} has phase ${phase} and becomes ${place}, ${channels.length > 1 ? `channels ${channels.join(', ')}` : `channel ${channels[0]}`}.`,
    plane: (place, channel, name, pixel) =>
      `${place}, channel ${channel} (${name}), comes from ${pixel}.`,
  },
};
