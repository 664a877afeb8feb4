import { EngineError, type EngineErrorCode } from '../engine/errors.ts';
import { checkTensors } from '../engine/weights.ts';
import { type Said, say } from '../faults/index.ts';
import {
  buildGraph,
  type Catalogue,
  classesOf,
  familyOf,
  type Identity,
  identify,
  identityOf,
  type Shapes,
  withoutPrefix,
} from '../model/index.ts';
import {
  checkSize,
  classNames,
  composeSafetensors,
  readSafetensorsHeader,
  SafetensorsError,
  type SafetensorsHeader,
  type TensorEntry,
} from '../safetensors/index.ts';

/** A weights file of somebody's own that is an architecture's, ready to be loaded. */
export interface OwnFile {
  /** What is to be loaded: the tensors that the network reads, under its names. Not read before it is. */
  weights: Blob;
  classes: number;
  /** Where it is not the architecture's own. */
  widthMultiple?: number;
  /** Class names that came with the file. */
  names?: readonly string[];
  /** Tensors that were left out, by name: whole numbers, truth values, and what stands outside the prefix. */
  unused: readonly string[];
}

/** The tensors of a file are not those of the architecture; `details` lists them. */
export class OtherWeights extends EngineError {
  /** What they are the tensors of instead. */
  readonly fits: readonly Identity[];
  /** The family of networks outside the catalogue that they look like. */
  readonly family?: string | Said;

  constructor({ said, details }: EngineError, fits: readonly Identity[], family?: string | Said) {
    super('weights', said, details);
    this.fits = fits;
    this.family = family;
  }
}

export interface OpenOptions {
  /** What stands before the names in the file, and is to be passed over. */
  prefix?: string;
  signal?: AbortSignal;
  /** Bytes of the header that were read. */
  onProgress?: (progress: { phase: 'read'; loaded: number; total: number }) => void;
}

/**
 * Holds a weights file against an architecture by its header alone, so that a file of gigabytes that is another's is
 * refused at once. The number of classes and the width are the file's.
 *
 * @param name of the architecture in the catalogue
 * @throws OtherWeights, or EngineError `file` or `cancelled`
 */
export async function openOwnFile(
  file: Blob,
  name: string,
  catalogue: Catalogue,
  { prefix = '', signal, onProgress }: OpenOptions = {},
): Promise<OwnFile> {
  const header = await headerOf(file, { signal, onProgress });
  const shapes: Shapes = new Map([...header.entries].map(([key, { shape }]) => [key, shape]));
  const architecture = catalogue.get(name);
  const inside = withoutPrefix(shapes, prefix);
  const identity = identityAmong(name, catalogue, inside);
  const graph = buildGraph(architecture, identity ?? { classes: classesOf(architecture, inside) });
  const heads = new Map<string, TensorEntry>();
  for (const [key, entry] of header.entries)
    if (key.startsWith(prefix)) heads.set(key.slice(prefix.length), entry);
  const unused = [...header.entries.keys()].filter((key) => !key.startsWith(prefix));
  try {
    unused.push(...checkTensors(graph, heads).map((key) => prefix + key));
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== 'weights') throw error;
    const others = identify(catalogue, shapes).filter((one) => one.name !== name || one.prefix);
    const family = others.length === 0 ? familyOf(shapes) : undefined;
    throw new OtherWeights(error, others, family);
  }
  const names = classNames(header.metadata);
  return {
    weights: reduced(file, header, heads, { prefix, unused }),
    classes: graph.classes,
    ...(identity?.widthMultiple ? { widthMultiple: identity.widthMultiple } : {}),
    ...(names ? { names } : {}),
    unused,
  };
}

/** Another width is only believed of a file that is nothing else's: two sizes of a family differ in just that. */
function identityAmong(name: string, catalogue: Catalogue, shapes: Shapes) {
  const identity = identityOf(catalogue.get(name), shapes);
  if (!identity?.widthMultiple) return identity;
  return identify(catalogue, shapes).find((one) => one.name === name && !one.prefix);
}

/** The file itself where the network reads all of it, else a file of what it reads, under its own names. */
function reduced(
  file: Blob,
  header: SafetensorsHeader,
  heads: ReadonlyMap<string, TensorEntry>,
  { prefix, unused }: { prefix: string; unused: readonly string[] },
): Blob {
  if (prefix === '' && unused.length === 0) return file;
  const left = new Set(unused);
  const pieces = new Map([...heads].filter(([key]) => !left.has(prefix + key)));
  return composeSafetensors(file, header, pieces, header.metadata);
}

async function headerOf(
  file: Blob,
  { signal, onProgress }: Pick<OpenOptions, 'signal' | 'onProgress'>,
): Promise<SafetensorsHeader> {
  const fault = (code: EngineErrorCode, key: 'stopped' | 'gone') =>
    new EngineError(code, say('engine', key));
  try {
    const header = await readSafetensorsHeader(file, {
      signal,
      onProgress: (share, total) =>
        onProgress?.({ phase: 'read', loaded: Math.round(share * total), total }),
    });
    checkSize(header, file.size);
    return header;
  } catch (error) {
    if (signal?.aborted) throw fault('cancelled', 'stopped');
    if (error instanceof SafetensorsError)
      throw new EngineError('file', say('engine', 'notRead', error.said));
    throw fault('file', 'gone');
  }
}
