// An architecture file as data, checked. Reading YAML text is architecture.ts: a page that shows a net needs only this.
import { say } from '../faults/index.ts';
import { fault, rowError } from './errors.ts';

/** One row `[from, number, module, args]` of an architecture file. */
export interface Row {
  index: number;
  /** The rows read, as absolute numbers; -1 is the picture. */
  from: number[];
  number: number;
  module: string;
  args: unknown[];
  /** Prefix of the row's tensor names: `model.3`, or the file's own name for the row. */
  name: string;
  part: 'backbone' | 'head';
}

/** A checked architecture file, for one size where the file is a family of sizes. */
export interface Architecture {
  name: string;
  classes: number;
  depthMultiple: number;
  widthMultiple: number;
  channels: number;
  /** Default side of the square input, pixels. */
  input: number;
  /** Anchors in pixels, one list `[width, height]` a level. */
  anchors: [number, number][][];
  /** The epsilon of every batch norm. YOLOv5 sets 1e-3; PyTorch's own default is 1e-5. */
  epsilon: number;
  rows: Row[];
}

/** The keys of an architecture file. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks what an architecture file in YOLOv5's format holds. A file with `sizes` is a family: its `name` holds `{size}`,
 * and the keys of the size asked for replace those of the file.
 *
 * @throws ArchitectureError naming the key or the row at fault
 */
export function readArchitecture(
  file: Fields,
  { name, size }: { name?: string; size?: string } = {},
): Architecture {
  const fields = withSize(file, size);
  const backbone = rowList(fields, 'backbone');
  const head = rowList(fields, 'head');
  const names = Array.isArray(fields.names) ? fields.names.map(String) : [];
  const rows = [...backbone, ...head].map((row, index) =>
    readRow(row, index, index < backbone.length ? 'backbone' : 'head', names[index]),
  );
  if (rows.length === 0) throw fault('noRows');
  return {
    name: architectureName(fields, size, name),
    classes: positive(fields, 'nc', undefined, true),
    depthMultiple: positive(fields, 'depth_multiple'),
    widthMultiple: positive(fields, 'width_multiple'),
    channels: positive(fields, 'channels', 3, true),
    input: positive(fields, 'input', 640, true),
    epsilon: positive(fields, 'batch_norm_epsilon', 1e-3),
    anchors: readAnchors(fields.anchors),
    rows,
  };
}

function withSize(fields: Fields, size: string | undefined): Fields {
  const sizes = fields.sizes as Record<string, Fields> | undefined;
  if (!sizes && size === undefined) return fields;
  if (size === undefined || !sizes?.[size]) {
    throw fault('noSize', size ?? '', Object.keys(sizes ?? {}));
  }
  return { ...fields, ...sizes[size] };
}

/** The name of one size of a file. */
export function architectureName(
  fields: Fields,
  size: string | undefined,
  fallback = 'architecture',
): string {
  return String(fields.name ?? fallback).replace('{size}', size ?? '');
}

function rowList(fields: Fields, key: 'backbone' | 'head'): unknown[] {
  const list = fields[key] ?? (key === 'head' ? [] : undefined);
  if (!Array.isArray(list)) throw fault('notRows', key);
  return list;
}

function readRow(row: unknown, index: number, part: Row['part'], name?: string): Row {
  if (!Array.isArray(row) || row.length !== 4) {
    throw fault('notRow', index);
  }
  const [from, number, module, args] = row;
  if (typeof module !== 'string') {
    throw fault('notModule', index, String(module));
  }
  if (!Number.isInteger(number) || number < 1) {
    throw rowError(index, module, say('model', 'repeats', String(number)));
  }
  if (!Array.isArray(args)) throw rowError(index, module, say('model', 'notArguments'));
  const sources = (Array.isArray(from) ? from : [from]).map((source) => {
    if (!Number.isInteger(source))
      throw rowError(index, module, say('model', 'notSource', String(source)));
    const absolute = source < 0 ? index + source : source;
    if (absolute >= index) {
      throw rowError(index, module, say('model', 'readsLater', absolute));
    }
    if (absolute < -1) throw rowError(index, module, say('model', 'readsBefore', -1 - absolute));
    return absolute;
  });
  if (sources.length === 0) throw rowError(index, module, say('model', 'readsNothing'));
  return { index, from: sources, number, module, args, name: name ?? `model.${index}`, part };
}

function positive(fields: Fields, key: string, fallback?: number, whole = false): number {
  const value = fields[key] ?? fallback;
  if (typeof value !== 'number' || !(value > 0) || (whole && !Number.isInteger(value))) {
    throw fault('notPositive', key, value === undefined ? undefined : String(value), whole);
  }
  return value;
}

function readAnchors(value: unknown): [number, number][][] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw fault('notLevels');
  return value.map((level: unknown, index) => {
    if (!Array.isArray(level) || level.length % 2 !== 0 || level.some((x) => !(x > 0))) {
      throw fault('notAnchors', index);
    }
    return Array.from({ length: level.length / 2 }, (_, i) => [level[2 * i], level[2 * i + 1]]);
  });
}
