import type { Framework, Snippet } from '../kit/code.ts';
import { modelOf, type Params } from './model.ts';
import type { Name, Writer } from './programs/frame.ts';
import { kerasProgram } from './programs/keras.ts';
import { onnxProgram } from './programs/onnx.ts';
import { tfjsProgram } from './programs/tfjs.ts';
import { torchProgram } from './programs/torch.ts';
import { type Side, sidesOf } from './step-down.ts';
import type { ArchitectureWords } from './words.ts';

/** The step down at the chosen layer, in both nets. Each prints the shape of its output and its parameters. */
export function code(words: ArchitectureWords, params: Params): Snippet[] {
  const model = modelOf(params);
  const sides = Object.entries(sidesOf(words, model)).filter(([, side]) => side) as [Name, Side][];
  return Object.entries(writers).map(([framework, write]) => ({
    framework: framework as Framework,
    code: write(model, sides),
  }));
}

const writers: Record<Framework, Writer> = {
  PyTorch: torchProgram,
  Keras: kerasProgram,
  'TensorFlow.js': tfjsProgram,
  ONNX: onnxProgram,
};
