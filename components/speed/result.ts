import result from '#content/results/measured/bench.json';

/** A row of the bench's result file; see commands/bench.ts. */
export interface SpeedRow {
  name: string;
  inputSize: number;
  form: string;
  runtime: string;
  backend: string;
  milliseconds: number | null;
  onnxruntime: number | null;
  ratio: number | null;
  met: string;
  first: number | null;
  onnxruntimeFirst: number | null;
  memory: number | null;
  onnxruntimeMemory: number | null;
  download: number | null;
  onnxruntimeDownload: number | null;
  note: string;
}

const rows = result.rows as SpeedRow[];

export const speed = {
  ...result,
  rows,
  /** Of the engine as the site uses it, on wasm. */
  wasm: rows.filter(({ backend, form }) => backend === 'wasm' && form === 'compiled'),
  literal: rows.filter(({ backend, form }) => backend === 'wasm' && form === 'literal'),
  gpu: rows.filter(({ backend }) => backend !== 'wasm'),
  /** Dragging in the detection lab, and training: what was measured, and how. */
  labs: { lab: result.lab, rows: result.lab.rows, training: result.lab.training },
};

/** Milliseconds to three digits, as a person would say them. */
export function written(value: number | null, absent = '–'): string {
  if (value === null) return absent;
  const digits = value < 10 ? 1 : 0;
  return value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

export const ratio = (value: number | null) => (value === null ? '–' : value.toFixed(2));
