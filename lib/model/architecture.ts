import { parse, YAMLParseError } from 'yaml';
import { fault } from './errors.ts';
import { type Architecture, architectureName, type Fields, readArchitecture } from './fields.ts';

/**
 * Reads an architecture in YOLOv5's format from YAML text. A file with `sizes` is a family: its `name` holds `{size}`,
 * and the keys of the size asked for replace those of the file.
 *
 * @throws ArchitectureError naming the key or the row at fault
 */
export function parseArchitecture(
  text: string,
  options: { name?: string; size?: string } = {},
): Architecture {
  return readArchitecture(readFields(text), options);
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
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    throw fault('notYaml', line ?? 1);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw fault('notMap');
  }
  return value as Fields;
}
