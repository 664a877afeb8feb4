import type { Catalogue } from './catalogue.ts';
import type { Architecture } from './fields.ts';
import { buildGraph } from './graph.ts';

/** Shapes of a weights file's tensors, by name. */
export type Shapes = ReadonlyMap<string, readonly number[]>;

/**
 * The number of classes that a weights file was trained for, read off the shape of the last layer; undefined where
 * that layer is missing, or does not fit a whole number of classes.
 */
export function classesOf(architecture: Architecture, shapes: Shapes): number | undefined {
  const last = architecture.rows[architecture.rows.length - 1];
  const detects = last.module === 'Detect';
  const outputs = shapes.get(detects ? `${last.name}.m.0.weight` : `${last.name}.weight`)?.[0];
  if (outputs === undefined) return undefined;
  const classes = detects ? outputs / architecture.anchors[0].length - 5 : outputs;
  return Number.isInteger(classes) && classes > 0 ? classes : undefined;
}

/** The architectures of a catalogue whose tensors a weights file holds, every name and every shape. */
export function identify(
  catalogue: Catalogue,
  shapes: Shapes,
): { name: string; classes: number }[] {
  return catalogue.names.flatMap((name) => {
    const architecture = catalogue.get(name);
    const classes = classesOf(architecture, shapes);
    if (classes === undefined) return [];
    const { tensors } = buildGraph(architecture, { classes });
    const fits = tensors.every((tensor) => {
      const shape = shapes.get(tensor.name);
      return shape ? shape.join() === tensor.shape.join() : tensor.optional;
    });
    return fits ? [{ name, classes }] : [];
  });
}
