import type { Catalogue } from './catalogue.ts';
import type { Architecture } from './fields.ts';
import { buildGraph } from './graph.ts';
import type { TensorSpec } from './operations.ts';

/** Shapes of a weights file's tensors, by name. */
export type Shapes = ReadonlyMap<string, readonly number[]>;

/** An architecture whose tensors a weights file holds. */
export interface Identity {
  name: string;
  classes: number;
  /** What all channels are multiplied by, where it is not the architecture's own. */
  widthMultiple?: number;
  /** What stands before the names in the file, where something does: `module.`. */
  prefix?: string;
}

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

/** What wrappers and checkpoints put before the names of a network's tensors, one or several of them. */
const WRAPPER = /^(?:module|model|_orig_mod|ema|ema_model|state_dict|net|network)\./;
/** So many of them, one in the other, and so many prefixes of one file are looked at. */
const DEEPEST = 4;
const MOST_PREFIXES = 12;

/** Prefixes that a file's names may carry, the empty one first, then the shortest. */
export function prefixesOf(names: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const name of names) {
    let prefix = '';
    for (let depth = 0; depth < DEEPEST; depth++) {
      const wrapper = WRAPPER.exec(name.slice(prefix.length))?.[0];
      if (!wrapper) break;
      prefix += wrapper;
      found.add(prefix);
    }
  }
  return ['', ...[...found].sort((a, b) => a.length - b.length).slice(0, MOST_PREFIXES)];
}

/** The shapes of the tensors behind a prefix, under the names without it. */
export function withoutPrefix(shapes: Shapes, prefix: string): Shapes {
  if (prefix === '') return shapes;
  const inside = [...shapes].filter(([name]) => name.startsWith(prefix));
  return new Map(inside.map(([name, shape]) => [name.slice(prefix.length), shape]));
}

/**
 * The architectures of a catalogue whose tensors a weights file holds, every name and every shape. Where there is none,
 * those that do at another width; and where there is none either, those behind a prefix of the names.
 */
export function identify(catalogue: Catalogue, shapes: Shapes): Identity[] {
  const all = catalogue.names.map((name) => ({ name, architecture: catalogue.get(name) }));
  for (const prefix of prefixesOf(shapes.keys())) {
    const inside = withoutPrefix(shapes, prefix);
    const named = all.flatMap(({ name, architecture }): Identity[] => {
      const identity = identityOf(architecture, inside);
      return identity ? [{ name, ...identity, ...(prefix ? { prefix } : {}) }] : [];
    });
    const own = named.filter(({ widthMultiple }) => widthMultiple === undefined);
    if (named.length > 0) return own.length > 0 ? own : named;
  }
  return [];
}

/**
 * How many classes, and which width, make a file's tensors those of an architecture; undefined where nothing does. The
 * architecture's own width is tried first.
 */
export function identityOf(
  architecture: Architecture,
  shapes: Shapes,
): Pick<Identity, 'classes' | 'widthMultiple'> | undefined {
  const classes = classesOf(architecture, shapes);
  if (classes === undefined) return undefined;
  const { tensors } = buildGraph(architecture, { classes });
  if (!tensors.every(({ name, optional }) => optional || shapes.has(name))) return undefined;
  if (fits(tensors, shapes)) return { classes };
  for (const widthMultiple of widthsOf(architecture, tensors, shapes)) {
    const graph = buildGraph(architecture, { classes, widthMultiple });
    if (fits(graph.tensors, shapes)) return { classes, widthMultiple };
  }
  return undefined;
}

function fits(tensors: readonly TensorSpec[], shapes: Shapes): boolean {
  return tensors.every(({ name, shape, optional }) => {
    const given = shapes.get(name);
    return given ? given.join() === shape.join() : optional;
  });
}

/** Widths are multiples of this (scaling.ts). */
const DIVISOR = 8;

/**
 * Multiples that give a file's widest layer its channels. The layer that is widest in the architecture tells it most
 * exactly, up to the rounding of widths to multiples of 8.
 */
function* widthsOf(
  { widthMultiple }: Architecture,
  tensors: readonly TensorSpec[],
  shapes: Shapes,
): Generator<number> {
  const kernels = tensors.filter(({ shape }) => shape.length === 4);
  if (kernels.length === 0) return;
  const widest = kernels.reduce((a, b) => (b.shape[0] > a.shape[0] ? b : a));
  const given = shapes.get(widest.name)?.[0] ?? 0;
  for (let less = 0; less < Math.min(DIVISOR, given); less++)
    yield (widthMultiple * (given - less)) / widest.shape[0];
}
