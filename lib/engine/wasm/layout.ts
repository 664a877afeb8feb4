import type { ConvolutionStep, Program, Shape4, Step } from '../program.ts';
import type { Piece } from './arena.ts';
import type { RowKernelName } from './row-kernels.ts';
import type { Mapped, MapRegion, Task, TaskList } from './task.ts';
import { Uses } from './uses.ts';

/**
 * Lays a program out over memory: which task writes where, so that a value which only a concatenation reads is written
 * into it, an activation and a sum happen in one pass, and memory is used again as soon as its value has been read.
 */
export function layOut(program: Program, input: Shape4): TaskList {
  return new Layout(program, input).list();
}

class Layout {
  private readonly program: Program;
  private readonly uses: Uses;
  private readonly places = new Map<number, MapRegion>();
  private readonly pieces: Piece[] = [];
  private readonly tasks: Task[] = [];

  constructor(program: Program, input: Shape4) {
    this.program = program;
    this.uses = new Uses(program, input);
  }

  list(): TaskList {
    const input = this.touch(this.place(0));
    const { steps, outputs } = this.program;
    for (let index = 0; index < steps.length; ) index += this.add(index);
    return {
      tasks: this.tasks,
      pieces: this.pieces,
      input,
      outputs: outputs.map((value) => ({
        place: this.touch(this.place(value)),
        shape: this.uses.shape(value),
      })),
    };
  }

  /** Lays down the step and those that go with it; returns how many. */
  private add(index: number): number {
    const step = this.program.steps[index];
    const [x] = step.inputs;
    const { output } = step;
    switch (step.kind) {
      case 'convolution':
        return this.convolution(step, index);
      case 'batch norm': {
        const then = this.uses.following(index, output, 'activation', 'relu');
        const kernel = then ? 'affineRelu' : 'affine';
        this.push({ ...this.between(x, then?.output ?? output), kind: 'affine', kernel, step });
        return then ? 2 : 1;
      }
      case 'add': {
        const then = this.uses.following(index, output, 'activation', 'relu');
        const kernel = then ? 'addRelu' : 'add';
        const other = this.place(step.inputs[1]);
        this.push({ ...this.between(x, then?.output ?? output), kind: 'rows', kernel, other });
        return then ? 2 : 1;
      }
      case 'activation':
        this.push({ ...this.between(x, output), kind: 'rows', kernel: step.activation });
        return 1;
      case 'slice': {
        const { from, to } = this.between(x, output);
        const shape = this.uses.shape(output);
        const part = { ...from, offset: from.offset + step.from };
        this.push({ kind: 'rows', kernel: 'copy', from: part, to, shape });
        return 1;
      }
      case 'concat':
        this.concat(step);
        return 1;
      case 'max-pool':
        this.push({ ...this.between(x, output), kind: 'max-pool', step });
        return 1;
      case 'upsample':
        this.push({ ...this.between(x, output), kind: 'upsample', factor: step.factor });
        return 1;
      case 'blur-pool': {
        const [n, h, w, channels] = this.uses.shape(x);
        const padded = this.room([n, h + 2 * step.padding, w + 2 * step.padding, channels]);
        this.push({ ...this.between(x, output), kind: 'blur-pool', step, padded });
        return 1;
      }
      case 'average-pool':
        this.push({ ...this.between(x, output), kind: 'average-pool', step });
        return 1;
      case 'space-to-depth':
        this.push({ ...this.between(x, output), kind: 'space-to-depth', block: step.block });
        return 1;
    }
  }

  /**
   * XNNPACK convolves and adds the bias; a pass over the rows does what is left (SiLU, a sum, a sum's ReLU), in place or
   * on the way to where the result belongs.
   */
  private convolution(step: ConvolutionStep, index: number): number {
    const { inputs, output, activation } = step;
    const from = this.place(inputs[0]);
    const shape = this.uses.shape(inputs[0]);
    const run = (to: MapRegion, relu = false) =>
      this.push({ kind: 'convolution', from, to, shape, step, relu });
    const slices = this.uses.slices(index, output);
    if (activation === 'silu' && slices.length > 0) {
      const whole = this.contiguous(output, true);
      run(whole);
      for (const slice of slices) {
        const part = { ...whole, offset: slice.from };
        this.rows('silu', part, this.place(slice.output), slice.output);
      }
      return 1 + slices.length;
    }
    const sum = activation === 'relu' ? undefined : this.uses.following(index, output, 'add');
    if (sum) {
      const then = activation
        ? undefined
        : this.uses.following(index + 1, sum.output, 'activation', 'relu');
      const target = then?.output ?? sum.output;
      const [other] = sum.inputs.filter((value) => value !== output);
      const kernel = activation === 'silu' ? 'siluAdd' : then ? 'addRelu' : 'add';
      const between = this.contiguous(target);
      run(between);
      this.rows(kernel, between, this.place(target), target, this.place(other));
      return then ? 3 : 2;
    }
    const between = activation === 'silu' ? this.contiguous(output) : this.place(output);
    run(between, activation === 'relu');
    if (activation === 'silu') this.rows('silu', between, this.place(output), output);
    return 1;
  }

  private concat({ inputs, output }: Step): void {
    const whole = this.place(output);
    let offset = whole.offset;
    for (const value of inputs) {
      const to = { ...whole, offset };
      const from = this.place(value);
      if (from.piece !== to.piece) this.rows('copy', from, to, value);
      offset += this.uses.shape(value)[3];
    }
  }

  private rows(
    kernel: RowKernelName,
    from: MapRegion,
    to: MapRegion,
    value: number,
    other?: MapRegion,
  ): void {
    this.push({ kind: 'rows', kernel, from, to, shape: this.uses.shape(value), other });
  }

  private between(x: number, output: number): Mapped {
    return { from: this.place(x), to: this.place(output), shape: this.uses.shape(x) };
  }

  /** Where a value is written: into the concatenation that alone reads it, where its producer can do that. */
  private place(value: number): MapRegion {
    const known = this.places.get(value);
    if (known) return known;
    const [reader] = this.uses.readersOf(value);
    const inside = reader?.kind === 'concat' && this.uses.onlyReader(value, reader);
    const place =
      inside && this.uses.writesParts(value)
        ? this.part(reader, value)
        : this.contiguous(value, true);
    this.places.set(value, place);
    return place;
  }

  private part(concat: Step, value: number): MapRegion {
    const whole = this.place(concat.output);
    const before = concat.inputs.slice(0, concat.inputs.indexOf(value));
    const offset = before.reduce((sum, other) => sum + this.uses.shape(other)[3], whole.offset);
    return { ...whole, offset };
  }

  /** The value's own place where that is whole, or a new one. */
  private contiguous(value: number, fresh = false): MapRegion {
    const shape = this.uses.shape(value);
    if (!fresh) {
      const own = this.place(value);
      if (own.stride === shape[3]) return own;
    }
    return this.room(shape);
  }

  /** A new place for a map of this shape. */
  private room([n, h, w, channels]: Shape4): MapRegion {
    this.pieces.push({ floats: n * h * w * channels, first: Infinity, last: -1 });
    return { piece: this.pieces.length - 1, offset: 0, stride: channels };
  }

  private push(task: Task): void {
    const others = ['other' in task && task.other, 'padded' in task && task.padded];
    for (const place of [task.from, task.to, ...others]) {
      if (place) this.touch(place);
    }
    this.tasks.push(task);
  }

  /** Notes that a place is used by the next task. */
  private touch(place: MapRegion): MapRegion {
    const piece = this.pieces[place.piece];
    piece.first = Math.min(piece.first, this.tasks.length);
    piece.last = Math.max(piece.last, this.tasks.length);
    return place;
  }
}
