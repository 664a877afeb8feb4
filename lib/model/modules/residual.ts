import type { Builder } from '../builder.ts';
import type { Value } from '../operations.ts';
import type { Module, RowContext } from './module.ts';

/** Writes the steps of a `nn.Sequential`: tensors are named by the step's position, which ReLU and SPD take up too. */
class Sequence {
  private readonly build: Builder;
  private readonly name: string;
  private position = 0;
  value: Value;

  constructor(build: Builder, name: string, value: Value) {
    this.build = build;
    this.name = name;
    this.value = value;
  }

  convolution(channels: number, kernel: number, stride = 1): this {
    this.value = this.build.convolution(this.value, this.next(), channels, { kernel, stride });
    return this;
  }

  spaceToDepth(): this {
    this.next();
    this.value = this.build.spaceToDepth(this.value, 2);
    return this;
  }

  batchNorm(): this {
    this.value = this.build.batchNorm(this.value, this.next());
    return this;
  }

  relu(): this {
    this.next();
    this.value = this.build.activation(this.value, 'relu');
    return this;
  }

  private next(): string {
    return `${this.name}.${this.position++}`;
  }
}

/** Convolution without bias, batch norm, ReLU: the ResNets' stem. */
export const ConvReLU: Module = {
  signature: '[channels, kernel, stride = 1]',
  expand: ({ build, inputs, args, name }) =>
    new Sequence(build, name, inputs[0])
      .convolution(build.width(args.integer(0)), args.integer(1), args.integer(2, 1))
      .batchNorm()
      .relu().value,
};

type Residual = (sequence: Sequence, channels: number, stride: number) => Sequence;

/**
 * A stage of residual blocks, the first of them with the stage's stride. The shortcut is a 1x1 convolution with that
 * stride where the shape changes: the SPD versions of the published code keep it, stride and all.
 */
function stage(expansion: number, residual: Residual): Module {
  return {
    signature: '[channels, stride]',
    repeatsInside: true,
    expand: (row) => {
      let value = row.inputs[0];
      for (let i = 0; i < row.number; i++) {
        value = block(row, value, `${row.name}.${i}`, i === 0 ? row.args.integer(1) : 1);
      }
      return value;
    },
  };

  function block({ build, args }: RowContext, x: Value, name: string, stride: number): Value {
    const channels = build.width(args.integer(0));
    const deep = residual(
      new Sequence(build, `${name}.residual_function`, x),
      channels,
      stride,
    ).value;
    const outputs = channels * expansion;
    const changes = stride !== 1 || build.shape(x).channels !== outputs;
    const shortcut = changes
      ? new Sequence(build, `${name}.shortcut`, x).convolution(outputs, 1, stride).batchNorm().value
      : x;
    return build.activation(build.sum(deep, shortcut), 'relu');
  }
}

export const BasicBlock = stage(1, (sequence, channels, stride) =>
  sequence.convolution(channels, 3, stride).batchNorm().relu().convolution(channels, 3).batchNorm(),
);

export const BottleNeck = stage(4, (sequence, channels, stride) =>
  sequence
    .convolution(channels, 1)
    .batchNorm()
    .relu()
    .convolution(channels, 3, stride)
    .batchNorm()
    .relu()
    .convolution(4 * channels, 1)
    .batchNorm(),
);

/** The 3x3 convolution without its stride; space-to-depth behind it where a stride was. */
function unstrided(sequence: Sequence, channels: number, stride: number): Sequence {
  sequence.convolution(channels, 3);
  return stride === 1 ? sequence : sequence.spaceToDepth();
}

export const BasicBlockSPD = stage(1, (sequence, channels, stride) =>
  unstrided(sequence, channels, stride).batchNorm().relu().convolution(channels, 3).batchNorm(),
);

export const BottleNeckSPD = stage(4, (sequence, channels, stride) =>
  unstrided(sequence.convolution(channels, 1).batchNorm().relu(), channels, stride)
    .batchNorm()
    .relu()
    .convolution(4 * channels, 1)
    .batchNorm(),
);
