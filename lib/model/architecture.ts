import { parse } from 'yaml';
import { ArchitectureError, rowError } from './errors.ts';

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

type Fields = Record<string, unknown>;

/**
 * Reads an architecture in YOLOv5's format from YAML text. A file with `sizes` is a family: its `name` holds `{size}`,
 * and the keys of the size asked for replace those of the file.
 *
 * @throws ArchitectureError naming the key or the row at fault
 */
export function parseArchitecture(
  text: string,
  { name, size }: { name?: string; size?: string } = {},
): Architecture {
  const fields = withSize(readFields(text), size);
  const backbone = rowList(fields, 'backbone');
  const head = rowList(fields, 'head');
  const names = Array.isArray(fields.names) ? fields.names.map(String) : [];
  const rows = [...backbone, ...head].map((row, index) =>
    readRow(row, index, index < backbone.length ? 'backbone' : 'head', names[index]),
  );
  if (rows.length === 0) throw new ArchitectureError('the architecture has no rows');
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

/** The names under which one file's architectures are known: one, or one for each of its `sizes`. */
export function architectureNames(
  text: string,
  fallback: string,
): { name: string; size?: string }[] {
  const fields = readFields(text);
  const sizes = Object.keys((fields.sizes as Fields | undefined) ?? {});
  if (sizes.length === 0) return [{ name: architectureName(fields, undefined, fallback) }];
  return sizes.map((size) => ({ name: architectureName(fields, size, fallback), size }));
}

function readFields(text: string): Fields {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new ArchitectureError(`not readable as YAML: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ArchitectureError(
      'an architecture is a YAML map with the keys nc, backbone and head',
    );
  }
  return value as Fields;
}

function withSize(fields: Fields, size: string | undefined): Fields {
  const sizes = fields.sizes as Record<string, Fields> | undefined;
  if (!sizes && size === undefined) return fields;
  const known = Object.keys(sizes ?? {}).join(', ') || 'none';
  if (size === undefined || !sizes?.[size]) {
    throw new ArchitectureError(
      `the size '${size ?? ''}' is not in this file; its sizes: ${known}`,
    );
  }
  return { ...fields, ...sizes[size] };
}

function architectureName(
  fields: Fields,
  size: string | undefined,
  fallback = 'architecture',
): string {
  return String(fields.name ?? fallback).replace('{size}', size ?? '');
}

function rowList(fields: Fields, key: 'backbone' | 'head'): unknown[] {
  const list = fields[key] ?? (key === 'head' ? [] : undefined);
  if (!Array.isArray(list)) throw new ArchitectureError(`'${key}' is not a list of rows`);
  return list;
}

function readRow(row: unknown, index: number, part: Row['part'], name?: string): Row {
  if (!Array.isArray(row) || row.length !== 4) {
    throw new ArchitectureError(`row ${index}: a row is [from, number, module, args]`);
  }
  const [from, number, module, args] = row;
  if (typeof module !== 'string') {
    throw new ArchitectureError(`row ${index}: the module is not a name but ${module}`);
  }
  if (!Number.isInteger(number) || number < 1) {
    throw rowError(index, module, `the number of repeats is ${number}, not a whole number from 1`);
  }
  if (!Array.isArray(args)) throw rowError(index, module, 'the arguments are not a list');
  const sources = (Array.isArray(from) ? from : [from]).map((source) => {
    if (!Number.isInteger(source))
      throw rowError(index, module, `'from' holds ${source}, not a row`);
    const absolute = source < 0 ? index + source : source;
    if (absolute >= index) {
      throw rowError(index, module, `reads row ${absolute}, which comes no earlier than itself`);
    }
    if (absolute < -1)
      throw rowError(index, module, `reads ${-1 - absolute} rows before the picture`);
    return absolute;
  });
  if (sources.length === 0) throw rowError(index, module, 'reads nothing');
  return { index, from: sources, number, module, args, name: name ?? `model.${index}`, part };
}

function positive(fields: Fields, key: string, fallback?: number, whole = false): number {
  const value = fields[key] ?? fallback;
  if (typeof value !== 'number' || !(value > 0) || (whole && !Number.isInteger(value))) {
    const wanted = whole ? 'a whole number from 1' : 'a number above 0';
    throw new ArchitectureError(
      `'${key}' is ${value === undefined ? 'missing' : value}; it has to be ${wanted}`,
    );
  }
  return value;
}

function readAnchors(value: unknown): [number, number][][] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new ArchitectureError("'anchors' is not a list of levels");
  return value.map((level: unknown, index) => {
    if (!Array.isArray(level) || level.length % 2 !== 0 || level.some((x) => !(x > 0))) {
      throw new ArchitectureError(
        `anchors of level ${index}: pairs of a width and a height, in pixels`,
      );
    }
    return Array.from({ length: level.length / 2 }, (_, i) => [level[2 * i], level[2 * i + 1]]);
  });
}
