import { architectureNames, parseArchitecture } from './architecture.ts';
import { fault } from './errors.ts';
import type { Architecture } from './fields.ts';

/** The architectures of a set of files, by name; a family file stands for one architecture a size. */
export class Catalogue {
  private readonly entries = new Map<string, { file: string; text: string; size?: string }>();
  private readonly read = new Map<string, Architecture>();

  /** @param files YAML texts by file name or path (`content/architectures/yolov5p.yaml`) */
  constructor(files: Record<string, string>) {
    for (const [file, text] of Object.entries(files)) {
      const fallback = file.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
      for (const { name, size } of architectureNames(text, fallback)) {
        const other = this.entries.get(name);
        if (other) {
          throw fault('named', name, other.file, file);
        }
        this.entries.set(name, { file, text, size });
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
    const { text, size } = this.entry(name);
    const architecture = parseArchitecture(text, { name, size });
    this.read.set(name, architecture);
    return architecture;
  }

  /** The YAML text that holds the architecture, and which of its sizes it is. */
  entry(name: string): { text: string; size?: string } {
    const entry = this.entries.get(name);
    if (!entry) {
      throw fault('unknown', name, this.names.join(', '));
    }
    return { text: entry.text, size: entry.size };
  }
}
