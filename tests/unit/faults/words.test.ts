// What goes wrong in lib is said in the words of a dictionary, whatever the language.
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { faults } from '#content/words/en/faults.ts';
import { readBatch } from '#lib/classify/index.ts';
import { convertTensor } from '#lib/convert/index.ts';
import { readCard } from '#lib/detector/index.ts';
import { checkNumbers, checkTensors } from '#lib/engine/weights.ts';
import { Fault, type FaultWords, inWords, type Said, say } from '#lib/faults/index.ts';
import { parseArchitecture } from '#lib/model/architecture.ts';
import { buildGraph } from '#lib/model/index.ts';
import { readSafetensors } from '#lib/safetensors/index.ts';
import { readNetworkFile } from '#lib/training/index.ts';
import { left, translated } from '../figures/pseudo.ts';

const pseudo = translated(faults) as FaultWords;
const NET =
  'nc: 5\ndepth_multiple: 1\nwidth_multiple: 1\nbackbone:\n  - [-1, 1, Conv, [8, 3, 1]]\nhead: []\n';

function said(work: () => unknown): Said[] {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(Fault);
    const { said, details = [] } = error as Fault & { details?: (string | Said)[] };
    return [said, ...details.filter((one) => typeof one !== 'string')];
  }
  throw new Error('nothing was thrown');
}

const header = (text: string) => {
  const bytes = new Uint8Array(8 + text.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(new TextEncoder().encode(text), 8);
  return bytes;
};
const graph = () => buildGraph(parseArchitecture(NET), { size: 16 });
const tensor = (fill: number, length = 1) => ({
  shape: [1],
  data: new Float32Array(length).fill(fill),
});

describe('a fault', () => {
  it.each<[string, () => unknown]>([
    ['of a file that is cut short', () => readSafetensors(new Uint8Array(3))],
    ['of a header', () => readSafetensors(header('[1]'))],
    ['of a tensor', () => readSafetensors(header('{"a":{"dtype":8}}'))],
    ['of an architecture', () => parseArchitecture('backbone: [')],
    ['of a row', () => buildGraph(parseArchitecture(NET.replace('3, 1]', '3, 0]')), { size: 16 })],
    ['of a card', () => readCard('{"name": "X"}', 'X')],
    ['of a page in place of a card', () => readCard('<p>', 'X')],
    ['of another network’s tensors', () => checkTensors(graph(), new Map())],
    ['of numbers', () => checkNumbers(graph(), new Map([['a', tensor(Number.NaN)]]))],
    [
      'of a conversion',
      () =>
        convertTensor(
          'a',
          { dtype: 'I32', shape: [4], data: new Int32Array(4) },
          { kind: 'to-spd', block: 2, order: 'spd', padding: 1 },
        ),
    ],
    ['of a batch', () => readBatch(new Uint8Array(5), 'X')],
    ['of a saved network', () => readNetworkFile(header('{}').buffer)],
  ])('%s leaves no English in another language', (_, work) => {
    const found = said(work);
    expect(left(found.map((one) => inWords(one, faults)))).not.toEqual([]);
    const foreign = found.map((one) =>
      inWords(one, pseudo)
        // Names of the format, of fields, types and modules are no words.
        .replaceAll(
          /\b(?:F32|F16|BF16|F64|BOOL|[IU]\d+|F8\w*|nc|architecture|weight|bias|running_\w+|model|conv|bn|channels|kernel|stride|padding)\b/g,
          '',
        ),
    );
    expect(left(foreign)).toEqual([]);
  });

  it('is put in words part by part, and travels as plain data', () => {
    const cut = say('engine', 'notRead', say('safetensors', 'tooShort', 3));
    const arrived = structuredClone(cut);
    expect(inWords(arrived, faults)).toBe(
      'The weights cannot be read: a safetensors file has at least 8 bytes, this one 3.',
    );
    const others = say('engine', 'fastest', 'wasm', 1.25, [say('engine', 'took', 'webgl', 3)]);
    expect(inWords(others, faults)).toBe('wasm is fastest: 1.3 ms. webgl took 3.0 ms.');
    expect(inWords('as it is', faults)).toBe('as it is');
  });

  it('has a name for a log, without words', () => {
    expect(new Fault(say('engine', 'notRead', say('safetensors', 'another'))).message).toBe(
      'engine.notRead(safetensors.another())',
    );
  });
});

/** Errors of a program that is wrong, which a reader is not told: they may be in the language of programs. */
const OF_PROGRAMS = new Set(['Error', 'RangeError', 'TypeError', 'DOMException']);

/** Texts of several words that stand where something is thrown, or is told with an outcome. */
function sentencesIn(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node, thrown: boolean): void => {
    if (ts.isNewExpression(node)) {
      const name = node.expression.getText();
      if (OF_PROGRAMS.has(name)) return;
      thrown ||= /Error|Fault|Weights$/.test(name);
    }
    if (ts.isPropertyAssignment(node))
      thrown ||= /^(why|message|reason)$/.test(node.name.getText());
    if (ts.isCallExpression(node))
      thrown ||= /^(fault|rowError|refuse)$/.test(node.expression.getText());
    const text =
      ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? node.getText() : '';
    if (thrown && /\p{L}{2,} \p{L}{2,}/u.test(text) && !/^'not finite'$/.test(text))
      found.push(text);
    ts.forEachChild(node, (child) => visit(child, thrown));
  };
  visit(ts.createSourceFile('module.ts', source, ts.ScriptTarget.Latest, true), false);
  return found;
}

describe('lib has no words for a reader', () => {
  it('is a test that can fail', () => {
    const source =
      "throw new EngineError('model', `No model of it`); const a = { why: 'it is so' }; throw new RangeError('of a program');";
    expect(sentencesIn(source)).toEqual(['`No model of it`', "'it is so'"]);
  });

  it('where it throws, or tells how something came out', () => {
    for (const file of globSync('lib/**/*.ts'))
      expect(sentencesIn(readFileSync(file, 'utf8')), file).toEqual([]);
  });
});
