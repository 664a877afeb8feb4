import type { Module } from './module.ts';

/**
 * The published `space_to_depth`. Its argument (a dimension) is stored and never read there; the block size is
 * always 2.
 */
export const SpaceToDepth: Module = {
  signature: '[1]',
  expand: ({ build, inputs }) => build.spaceToDepth(inputs[0], 2),
};
