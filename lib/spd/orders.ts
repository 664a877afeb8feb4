// The three orders in which published code lays the sub-maps of a space-to-depth out as channels.

/**
 * - `spd`: the SPD-Conv code, YOLOv5's Focus, Swin's patch merging: o = (s*dx + dy)*C + c
 * - `tensorflow`: tf.nn.space_to_depth, ONNX SpaceToDepth: o = (s*dy + dx)*C + c
 * - `pixel-unshuffle`: torch.nn.PixelUnshuffle: o = (c*s + dy)*s + dx
 */
export type ChannelOrder = 'spd' | 'tensorflow' | 'pixel-unshuffle';

export const channelOrders: readonly ChannelOrder[] = ['spd', 'tensorflow', 'pixel-unshuffle'];

/** Where a channel of X' comes from: row offset `dy` and column offset `dx` in the block, channel `c` of X. */
export interface Origin {
  dy: number;
  dx: number;
  c: number;
}

/** Throws unless `block` is a whole number >= 1. */
export function checkBlock(block: number): void {
  if (!Number.isInteger(block) || block < 1)
    throw new RangeError(
      `space-to-depth: the block size must be a whole number >= 1, not ${block}`,
    );
}

/** Throws unless `channels` is a whole number >= 1. */
function checkChannels(channels: number): void {
  if (!Number.isInteger(channels) || channels < 1)
    throw new RangeError(
      `space-to-depth: the channel count must be a whole number >= 1, not ${channels}`,
    );
}

/** The channel of X' (0-based, of block^2 * channels) that holds `origin`. */
export function channelIndex(
  order: ChannelOrder,
  block: number,
  channels: number,
  { dy, dx, c }: Origin,
): number {
  switch (order) {
    case 'spd':
      return (block * dx + dy) * channels + c;
    case 'tensorflow':
      return (block * dy + dx) * channels + c;
    case 'pixel-unshuffle':
      return (c * block + dy) * block + dx;
    default:
      throw new RangeError(
        `space-to-depth: no channel order "${order}" (${channelOrders.join(', ')})`,
      );
  }
}

/** The inverse of {@link channelIndex}: what channel `o` of X' holds. */
export function channelOrigin(
  order: ChannelOrder,
  block: number,
  channels: number,
  o: number,
): Origin {
  if (order === 'pixel-unshuffle') {
    const phase = o % (block * block);
    return { dy: Math.floor(phase / block), dx: phase % block, c: Math.floor(o / (block * block)) };
  }
  const phase = Math.floor(o / channels);
  const major = Math.floor(phase / block);
  const minor = phase % block;
  const c = o % channels;
  return order === 'spd' ? { dy: minor, dx: major, c } : { dy: major, dx: minor, c };
}

/**
 * The permutation that turns channels in order `from` into order `to`: out[o] = in[permutation[o]].
 * Length block^2 * channels.
 */
export function orderPermutation(
  from: ChannelOrder,
  to: ChannelOrder,
  block: number,
  channels: number,
): Uint32Array {
  checkBlock(block);
  checkChannels(channels);
  return Uint32Array.from({ length: block * block * channels }, (_, o) =>
    channelIndex(from, block, channels, channelOrigin(to, block, channels, o)),
  );
}
