// What the engine computed when the site was built, for places where it can't run: the lab's first scene, by its detectors.
import { readFileSync } from 'node:fs';
import { type MarkKind, marksOf, tally } from '#components/kit/marks.ts';
import { sceneSeed } from '#components/kit/scene-parameters.ts';
import { lab } from '#content/words/en/lab.ts';
import { takeAlong as words } from '#content/words/en/talks.ts';
import { nonMaxSuppression, SHOWN } from '#lib/detection/index.ts';
import { Detector, filled, readCard } from '#lib/detector/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { escapeText, svgMetadata } from '#lib/export/index.ts';
import { themes } from '#lib/figures/kit/themes.ts';
import { base64 } from '#lib/files/base64.ts';
import { parseArchitecture } from '#lib/model/architecture.ts';
import { packedPng } from '#lib/png/packed.ts';
import { generateScene, type Scene } from '#lib/scenes/index.ts';
import { LAB_POSTER, PANEL } from '../talk/lab-poster-size.ts';

/** As the lab opens. */
const NAMES = ['yolov5p', 'yolov5p-wide-macs', 'yolov5p-spd'] as const;

/** Strokes of boxes, as in the lab. */
const STROKES: Record<MarkKind, string> = {
  hit: 'stroke="#7df0c0"',
  found: 'stroke="#7df0c0"',
  miss: 'stroke="#ffe14d" stroke-dasharray="4 3"',
  class: 'stroke="#6fd3ff" stroke-dasharray="9 2"',
  false: 'stroke="#ff9ee5" stroke-dasharray="1 3"',
};

/** What one detector says of a scene. */
async function look(engine: ReturnType<typeof createNodeEngine>, name: string, scene: Scene) {
  const weights = (end: string) => readFileSync(`site/public/weights/${name}.${end}`);
  const detector = await Detector.load(engine, {
    architecture: parseArchitecture(readFileSync(`content/architectures/${name}.yaml`, 'utf8')),
    source: {
      kind: 'bytes',
      bytes: new Uint8Array(weights('safetensors')).buffer,
      card: readCard(weights('json').toString(), name),
    },
  });
  const { outputs } = await detector.run(filled(scene));
  const boxes = detector.boxes(outputs, { scoreThreshold: SHOWN.scoreThreshold });
  await detector.unload();
  return marksOf(nonMaxSuppression(boxes, SHOWN), scene.objects);
}

/** The lab as it opens, as an SVG file; takes a second or two. */
export async function labPoster(source: string): Promise<string> {
  const scene = generateScene({ seed: sceneSeed.default });
  const engine = createNodeEngine();
  await engine.use('wasm');
  const picture = base64(packedPng(scene.pixels, scene.width, scene.height));
  const panels: string[] = [];
  const { side, gap, head } = PANEL;
  for (const [i, name] of NAMES.entries()) {
    const marks = await look(engine, name, scene);
    const { hit, miss, class: confused, false: alarms } = tally(marks);
    const times = side / scene.width;
    const boxes = marks.map(({ x, y, width, height, kind }) => {
      // Whole pixels: the same file wherever it is made.
      const [left, top, wide, high] = [x, y, width, height].map((v) => Math.round(v * times));
      return `<rect x="${left}" y="${top}" width="${wide}" height="${high}" ${STROKES[kind]}/>`;
    });
    panels.push(
      `<g transform="translate(${gap + i * (side + gap)} ${head})">` +
        `<text y="-42" font-size="27" font-weight="600">${escapeText(lab.variants[name])}</text>` +
        `<text y="-10" font-size="25">${escapeText(words.found(hit, hit + miss + confused, alarms))}</text>` +
        `<image width="${side}" height="${side}" preserveAspectRatio="none" style="image-rendering: pixelated" href="data:image/png;base64,${picture}"/>` +
        `<g fill="none" stroke-width="3">${boxes.join('')}</g></g>`,
    );
  }
  const about = { title: lab.title, description: words.labPoster, source, keywords: ['lab=lab'] };
  const { width, height } = LAB_POSTER;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" fill="${themes.projector.ink}" font-family="'IBM Plex Sans', system-ui, sans-serif">` +
    `<title>${escapeText(about.title)}</title><desc>${escapeText(about.description)}</desc>${svgMetadata(about)}` +
    `<rect width="${width}" height="${height}" fill="${themes.projector.paper}"/>${panels.join('')}</svg>\n`
  );
}
