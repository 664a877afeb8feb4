import { type Program, type Shape4, type Step, shapeOf } from '../program.ts';

/** Who makes and who reads each value of a program, and of what shape it is, for an input of one shape. */
export class Uses {
  private readonly program: Program;
  private readonly shapes = new Map<number, Shape4>();
  private readonly producers = new Map<number, Step>();
  private readonly readers = new Map<number, Step[]>();

  constructor(program: Program, input: Shape4) {
    this.program = program;
    this.shapes.set(0, input);
    for (const step of program.steps) {
      const { inputs, output } = step;
      this.producers.set(output, step);
      this.shapes.set(
        output,
        shapeOf(
          step,
          inputs.map((value) => this.shape(value)),
        ),
      );
      for (const value of inputs) this.readers.set(value, [...this.readersOf(value), step]);
    }
  }

  shape(value: number): Shape4 {
    return this.shapes.get(value)!;
  }

  readersOf(value: number): Step[] {
    return this.readers.get(value) ?? [];
  }

  onlyReader(value: number, step: Step): boolean {
    const readers = this.readersOf(value);
    return readers.length === 1 && readers[0] === step && !this.program.outputs.includes(value);
  }

  /** The step after `index`, where it is of this kind and the only reader of `value`, another than itself. */
  following<K extends Step['kind']>(
    index: number,
    value: number,
    kind: K,
    activation?: 'relu',
  ): (Step & { kind: K }) | undefined {
    const step = this.program.steps[index + 1];
    if (step?.kind !== kind || !this.onlyReader(value, step)) return undefined;
    if (activation && !('activation' in step && step.activation === activation)) return undefined;
    return step as Step & { kind: K };
  }

  /** The slices of `value` that follow at once, where they are all that read it. */
  slices(index: number, value: number): (Step & { kind: 'slice' })[] {
    const steps = this.program.steps.slice(index + 1, index + 1 + this.readersOf(value).length);
    const slices = steps.filter((step) => step.kind === 'slice' && step.inputs[0] === value);
    const all = slices.length === steps.length && !this.program.outputs.includes(value);
    return all ? (slices as (Step & { kind: 'slice' })[]) : [];
  }

  /** Whether the last pass of what makes a value is one over rows. */
  writesParts(value: number): boolean {
    const step = this.producers.get(value);
    switch (step?.kind) {
      case 'convolution':
        return step.activation === 'silu';
      case 'slice':
      case 'add':
      case 'activation':
      case 'batch norm':
      case 'concat':
        return true;
      default:
        return false;
    }
  }
}
