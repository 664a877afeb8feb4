// The two ways to run space-to-depth in front of a convolution, turn by turn: one strided convolution, or a transpose
// and the convolution as it is. lib/engine/choices.ts goes by what comes out.
import { type Case, title } from './cases.ts';
import type { Pages } from './in-chromium.ts';
import { formsInNode } from './in-node.ts';
import { networkOf } from './network.ts';
import type { Versus } from './page/page.ts';
import { median, type Patience } from './statistics.ts';

export interface FormRow {
  name: string;
  inputSize: number;
  runtime: 'node' | 'chromium';
  backend: 'wasm' | 'cpu' | 'webgl' | 'webgpu';
  /** Median of a pass, milliseconds; in Node those of the processor. */
  strided: number;
  transposed: number;
  /** transposed / strided: above 1 the strided convolution is faster. */
  ratio: number;
  passes: number;
}

/** Multiply-accumulates up to which a back end is worth the wait here: seconds a pass beyond. */
const MOST = { wasm: Infinity, cpu: 0.2e9, webgl: 2e9, webgpu: 0.2e9 } as const;

/** @throws Error when the two give different numbers */
export async function measureForms(
  cases: readonly Case[],
  pages: Pages,
  { patience, wants }: { patience: Patience; wants: (backend: FormRow['backend']) => boolean },
): Promise<FormRow[]> {
  const rows: FormRow[] = [];
  for (const one of cases) {
    const { graph } = networkOf(one);
    const both = [...graph.operations].some(({ kind }) => kind === 'space-to-depth');
    const measured = (backend: FormRow['backend']) =>
      both && one.form === 'compiled' && wants(backend) && graph.macs <= MOST[backend];
    const add = (backend: FormRow['backend'], { a, b }: Versus) => {
      const runtime = backend === 'wasm' || backend === 'cpu' ? 'node' : 'chromium';
      const [strided, transposed] = [median(a), median(b)].map((time) => Number(time.toFixed(2)));
      const ratio = Number((transposed / strided).toFixed(2));
      const { name, size: inputSize } = one;
      rows.push({
        name,
        inputSize,
        runtime,
        backend,
        strided,
        transposed,
        ratio,
        passes: a.length,
      });
      console.error(`${title(one)} ${backend}: ${ratio}`);
    };
    for (const backend of ['wasm', 'cpu'] as const) {
      if (measured(backend)) add(backend, await formsInNode(one, backend, patience));
    }
    for (const backend of ['webgl', 'webgpu'] as const) {
      if (measured(backend)) add(backend, await pages.forms(one, backend, patience));
    }
  }
  return rows;
}
