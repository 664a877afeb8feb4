// Programs in four frameworks that build chains of operations.
import type { Framework, Snippet } from '../code.ts';
import type { Sides, Writer } from './frame.ts';
import { kerasProgram } from './keras.ts';
import { onnxProgram } from './onnx.ts';
import { tfjsProgram } from './tfjs.ts';
import { torchProgram } from './torch.ts';

export type { Operation, Side } from './frame.ts';

const writers: Record<Framework, Writer> = {
  PyTorch: torchProgram,
  Keras: kerasProgram,
  'TensorFlow.js': tfjsProgram,
  ONNX: onnxProgram,
};

/**
 * A program in each framework that prints the shape of each chain's output and its parameters.
 *
 * @param said what they are about, a sentence without its full stop
 */
export function chainPrograms(said: string, sides: Sides): Snippet[] {
  return Object.entries(writers).map(([framework, write]) => ({
    framework: framework as Framework,
    code: write(said, sides),
  }));
}
