import { C3 } from './c3.ts';
import { Linear } from './classifier.ts';
import { Conv, Focus } from './conv.ts';
import { Detect } from './detect.ts';
import { Concat, Upsample } from './joins.ts';
import type { Module } from './module.ts';
import { AdaptiveAvgPool, AvgPool, BlurPool, MaxPool } from './pooling.ts';
import { BasicBlock, BasicBlockSPD, BottleNeck, BottleNeckSPD, ConvReLU } from './residual.ts';
import { SpaceToDepth } from './space-to-depth.ts';
import { SPPF } from './sppf.ts';

/** Every module that an architecture file may name. A new one: a file beside this one, and a line here. */
export const MODULES: Readonly<Record<string, Module>> = {
  Conv,
  Focus,
  space_to_depth: SpaceToDepth,
  C3,
  SPPF,
  Concat,
  'nn.Upsample': Upsample,
  Detect,
  ConvReLU,
  BasicBlock,
  BottleNeck,
  BasicBlockSPD,
  BottleNeckSPD,
  'nn.MaxPool2d': MaxPool,
  'nn.AvgPool2d': AvgPool,
  BlurPool,
  'nn.AdaptiveAvgPool2d': AdaptiveAvgPool,
  'nn.Linear': Linear,
};
