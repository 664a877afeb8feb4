import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { WebGPUBackend, WebGPUProgram } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';

/**
 * SiLU, x * sigmoid(x), of the current back end's tensor. TensorFlow.js has no operation for it, and two cost two ways
 * through the memory: on a graphics card it is one small program.
 */
export function silu(x: tf.Tensor4D): tf.Tensor4D {
  const backend = tf.getBackend();
  if (backend !== 'webgl' && backend !== 'webgpu') return tf.mul(x, tf.sigmoid(x));
  const info = backend === 'webgl' ? onWebGL(x) : onWebGPU(x);
  return tf.engine().makeTensorFromTensorInfo(info) as tf.Tensor4D;
}

function onWebGL(x: tf.Tensor4D): tf.TensorInfo {
  const program = {
    variableNames: ['A'],
    outputShape: x.shape,
    // Four numbers at a time, as the convolution leaves them.
    packedInputs: true,
    packedOutput: true,
    enableShapeUniforms: tf.env().getBool('WEBGL_USE_SHAPES_UNIFORMS'),
    userCode: `
      void main() {
        vec4 x = getAAtOutCoords();
        setOutput(x / (1.0 + exp(-x)));
      }`,
  };
  return (tf.backend() as MathBackendWebGL).runWebGLProgram(program, [x], 'float32');
}

/** Numbers for a work group. */
const GROUP = 128;

function onWebGPU(x: tf.Tensor4D): tf.TensorInfo {
  const program: WebGPUProgram = {
    variableNames: ['A'],
    outputShape: x.shape,
    size: true,
    workgroupSize: [GROUP, 1, 1],
    dispatchLayout: { x: [0, 1, 2, 3] },
    dispatch: [Math.ceil(x.size / GROUP), 1, 1],
    shaderKey: 'silu',
    getUserCode: () => `
      fn main(index : i32) {
        if (index < uniforms.size) {
          let a = getAByOutputIndex(index);
          setOutputAtIndex(index, a / (1.0 + exp(-a)));
        }
      }`,
  };
  return (tf.backend() as WebGPUBackend).runWebGPUProgram(program, [x], 'float32');
}
