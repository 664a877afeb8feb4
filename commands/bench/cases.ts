import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../lib/machine.mjs';

/** A network at a size; training/strideless/onnx.py has the same list. */
export interface Case {
  name: string;
  /** Side of the picture, pixels. */
  size: number;
  /** `literal`: space-to-depth by strided slices and a concatenation, in both engines. */
  form: 'compiled' | 'literal';
}

export const CASES: readonly Case[] = [
  { name: 'yolov5p', size: 128, form: 'compiled' },
  { name: 'yolov5p-spd', size: 128, form: 'compiled' },
  { name: 'yolov5p-spd', size: 128, form: 'literal' },
  { name: 'yolov5n-spd', size: 320, form: 'compiled' },
  { name: 'yolov5n-spd', size: 320, form: 'literal' },
  { name: 'yolov5n-spd', size: 640, form: 'compiled' },
  { name: 'resnet18-spd', size: 32, form: 'compiled' },
];

export const FOLDER = join(root, '.cache', 'bench');

export const title = ({ name, size, form }: Case) =>
  `${name}-${size}${form === 'literal' ? '-literal' : ''}`;

/** `webgl`: the same network in the older set of operators that onnxruntime-web's WebGL back end knows. */
export const onnxFile = (one: Case, { webgl = false } = {}) =>
  join(FOLDER, `${title(one)}${webgl && one.form === 'compiled' ? '-webgl' : ''}.onnx`);

/** @throws Error that says how the files are made, where one is missing */
export function checkFiles(cases: readonly Case[]): void {
  const files = cases.flatMap((one) => [onnxFile(one), onnxFile(one, { webgl: true })]);
  const missing = files.filter((file) => !existsSync(file)).map((file) => basename(file));
  if (missing.length === 0) return;
  throw new Error(
    `Not in ${FOLDER}: ${missing.join(', ')}.\nPyTorch makes them (set up as in training/README.md):\n` +
      '  cd training && python -m strideless.onnx',
  );
}
