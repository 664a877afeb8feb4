// From YAML text. Pages have their architectures read when they are built: what imports this brings a reader of YAML, 30 kB.
import { parse, YAMLParseError } from 'yaml';
import { fault } from './errors.ts';
import { type Architecture, type Fields, readArchitecture } from './fields.ts';

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
  return readArchitecture(parseFields(text), options);
}

/**
 * What stands in an architecture file.
 *
 * @throws ArchitectureError where the text is no YAML, or no map
 */
export function parseFields(text: string): Fields {
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
