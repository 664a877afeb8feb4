import ts from 'typescript';
import { type Fault, faultsOf } from './operators.ts';

/** A fault at a place of a file. */
export interface Site {
  /** The file, from the root of the repository. */
  file: string;
  /** The line, from 1. */
  line: number;
  what: string;
  /** The text that is changed, on one line. */
  from: string;
  /** Counts the faults of a file that read the same, from 0. */
  nth: number;
}

/** The name under which a mutated file asks whether a fault is on. */
export const SWITCH = '__fault';

/** The site in one text, which stays when other lines of the file move. */
export const nameOf = ({ file, what, from, nth }: Site): string =>
  [file, what, from, nth].join(' | ');

/** Every fault that can be set in a file, in reading order. */
export function sitesOf(file: string, source: string): Site[] {
  const sites: Site[] = [];
  walk(parse(file, source), (node, faults) => {
    const tree = node.getSourceFile();
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const from = node.getText().replace(/\s+/g, ' ');
    for (const { what } of faults) {
      const nth = sites.filter((site) => site.what === what && site.from === from).length;
      sites.push({ file, line, what, from, nth });
    }
  });
  return sites;
}

/**
 * The file with faults built in, each behind a question: where `globalThis.__fault(id)` answers true, the fault runs.
 *
 * @param ids the id of each site of `sitesOf`, in its order; a site without one is left as it stands
 */
export function withFaults(
  file: string,
  source: string,
  ids: readonly (number | undefined)[],
): string {
  const tree = parse(file, source);
  const faults = new Map<ts.Node, { fault: Fault; id: number }[]>();
  let next = 0;
  walk(tree, (node, found) => {
    const wanted = found
      .map((fault) => ({ fault, id: ids[next++] }))
      .filter((one): one is { fault: Fault; id: number } => one.id !== undefined);
    if (wanted.length > 0) faults.set(node, wanted);
  });
  const render = (node: ts.Node): string => {
    let text = '';
    let at = node.getStart(tree);
    ts.forEachChild(node, (child) => {
      const start = child.getStart(tree);
      if (start < at) return;
      text += source.slice(at, start) + render(child);
      at = child.end;
    });
    text += source.slice(at, node.end);
    for (const { fault, id } of faults.get(node) ?? []) {
      const on = `globalThis.${SWITCH}(${id})`;
      text =
        fault.text === null ? `{ if (!${on}) ${text} }` : `(${on} ? (${fault.text}) : ${text})`;
    }
    return text;
  };
  return source.slice(0, tree.getStart()) + render(tree);
}

function parse(file: string, source: string): ts.SourceFile {
  return ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
}

/** Visits what runs: no types, no names of modules, no chain that `?.` may cut short. */
function walk(node: ts.Node, visit: (node: ts.Node, faults: Fault[]) => void): void {
  if (skipped(node)) return;
  if (!ts.isSourceFile(node) && !ts.isOptionalChain(node)) {
    const faults = faultsOf(node);
    if (faults.length > 0) visit(node, faults);
  }
  ts.forEachChild(node, (child) => walk(child, visit));
}

function skipped(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node))
    return true;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  if (ts.isHeritageClause(node) || ts.isTypeParameterDeclaration(node)) return true;
  // A name of a property is no value.
  return parent !== undefined && 'name' in parent && parent.name === node;
}
