import { fault } from './errors.ts';
import { type Architecture, architectureName, type Fields, readArchitecture } from './fields.ts';

/** The architectures of a set of files, by name; a family file stands for one architecture a size. */
export class Catalogue {
  private readonly entries = new Map<string, { file: string; fields: Fields; size?: string }>();
  private readonly read = new Map<string, Architecture>();

  /** @param files what stands in them, by file name or path (`content/architectures/yolov5p.yaml`) */
  constructor(files: Readonly<Record<string, Fields>>) {
    for (const [file, fields] of Object.entries(files)) {
      const fallback = file.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
      for (const { name, size } of namesOf(fields, fallback)) {
        const other = this.entries.get(name);
        if (other) {
          throw fault('named', name, other.file, file);
        }
        this.entries.set(name, { file, fields, size });
      }
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** The same object every time: it is not to be changed. @throws ArchitectureError where no architecture has the name */
  get(name: string): Architecture {
    const known = this.read.get(name);
    if (known) return known;
    const entry = this.entries.get(name);
    if (!entry) throw fault('unknown', name, this.names.join(', '));
    const architecture = readArchitecture(entry.fields, { name, size: entry.size });
    this.read.set(name, architecture);
    return architecture;
  }
}

/** The names under which one file's architectures are known: one, or one for each of its `sizes`. */
function namesOf(fields: Fields, fallback: string): { name: string; size?: string }[] {
  const sizes = Object.keys((fields.sizes as Fields | undefined) ?? {});
  if (sizes.length === 0) return [{ name: architectureName(fields, undefined, fallback) }];
  return sizes.map((size) => ({ name: architectureName(fields, size, fallback), size }));
}
