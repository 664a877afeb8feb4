// Many scenes on one sheet, for looking at: node commands/contact-sheet.ts -- --out sheet.png --count 50 --seed 1
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { packedPng } from '#lib/png/packed.ts';
import { generateScene, type Scene } from '#lib/scenes/index.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    out: { type: 'string', default: 'contact-sheet.png' },
    count: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    columns: { type: 'string', default: '10' },
    scale: { type: 'string', default: '2' },
    boxes: { type: 'boolean', default: false },
    parameters: { type: 'string', default: '{}' },
  },
});
const count = Number(values.count);
const columns = Math.min(count, Number(values.columns));
const scale = Number(values.scale);
const COLOURS = [
  [240, 228, 66],
  [230, 159, 0],
  [213, 94, 0],
  [86, 180, 233],
  [204, 121, 167],
] as const;

/** Frames drawn into the enlarged picture at `left`, `top` of the sheet. */
function frame(
  sheet: Uint8Array,
  sheetWidth: number,
  left: number,
  top: number,
  scene: Scene,
): void {
  for (const object of scene.objects) {
    const x0 = Math.round(object.x * scale);
    const y0 = Math.round(object.y * scale);
    const x1 = Math.round((object.x + object.width) * scale);
    const y1 = Math.round((object.y + object.height) * scale);
    for (let y = y0; y <= y1; y++) {
      for (let x = x0; x <= x1; x++) {
        if (y !== y0 && y !== y1 && x !== x0 && x !== x1) continue;
        if (x >= scene.width * scale || y >= scene.height * scale) continue;
        sheet.set(COLOURS[object.classIndex], 3 * ((top + y) * sheetWidth + left + x));
      }
    }
  }
}

const scenes = Array.from({ length: count }, (_, i) =>
  generateScene({ ...JSON.parse(values.parameters), seed: Number(values.seed) + i }),
);
const cell = scenes[0].width * scale + 4;
const width = columns * cell;
const height = Math.ceil(count / columns) * cell;
const sheet = new Uint8Array(width * height * 3);
scenes.forEach((scene, i) => {
  const left = (i % columns) * cell + 2;
  const top = Math.floor(i / columns) * cell + 2;
  for (let y = 0; y < scene.height * scale; y++) {
    for (let x = 0; x < scene.width * scale; x++) {
      const from = 3 * (Math.floor(y / scale) * scene.width + Math.floor(x / scale));
      sheet.set(scene.pixels.subarray(from, from + 3), 3 * ((top + y) * width + left + x));
    }
  }
  if (values.boxes) frame(sheet, width, left, top, scene);
});
writeFileSync(values.out, packedPng(sheet, width, height));
console.log(`${values.out}: ${count} scenes, ${width} x ${height} px`);
