// A moment of a figure in each kind of file, as the programs show it that others have.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { placed } from '#lib/export/pptx.ts';
import { trueTypeOf } from '#lib/export/woff.ts';
import type { Size } from '#lib/figures/index.ts';
import { root } from '../lib/machine.mjs';
import { type Seen, WHOLE } from './seen.ts';

/** Pixels of what a program draws. */
export const WIDTH = 1520;
/** Of a film, and of a slide, inches. */
const FILM = { width: 1280, height: 720 };
const SLIDE = { width: 13.333, height: 7.5 };
/** Milliseconds: LibreOffice takes its time when it is started for the first time. */
const LIMIT = 90_000;

/** The files of one figure by their format. */
export type Files = Record<'png' | 'svg' | 'pdf' | 'pptx' | 'gif' | 'mp4', Uint8Array>;

export interface Subject {
  files: Files;
  /** Number of the moment, 0 for the start. */
  step: number;
  /** Of the drawing, px. */
  size: Size;
  /** For what programs read and write. */
  folder: string;
  page: Page;
}

export interface Program {
  /** What has to be installed. */
  needs: readonly string[];
  look(subject: Subject): Promise<Seen> | Seen;
}

export function isInstalled(program: string): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program)));
}

/** Programs draw with our typefaces as those have them installed who work with them: what differs is then the drawing. */
function withTypefaces(folder: string): NodeJS.ProcessEnv {
  const config = join(folder, 'fonts.conf');
  if (!existsSync(config)) {
    const faces = join(folder, 'faces');
    mkdirSync(faces, { recursive: true });
    for (const weight of ['Regular', 'SemiBold'])
      for (const family of ['Sans', 'Mono']) {
        const file = `plex-${family.toLowerCase()}/fonts/complete/woff/IBMPlex${family}-${weight}.woff`;
        const woff = readFileSync(join(root, 'node_modules/@ibm', file));
        writeFileSync(join(faces, `${family}-${weight}.ttf`), trueTypeOf(woff));
      }
    writeFileSync(
      config,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${faces}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
    );
  }
  return { ...process.env, FONTCONFIG_FILE: config, HOME: folder };
}

export function run(folder: string, program: string, args: readonly string[]): void {
  const { error, status, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: LIMIT,
    env: withTypefaces(folder),
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
}

/** One file of a ZIP file, by the number of its moment. */
function ofStep(zip: Uint8Array, step: number): Uint8Array {
  const files = unzipSync(zip);
  const name = Object.keys(files).find((one) => one.includes(`_step-${step}_`));
  if (!name) throw new Error(`there is no moment ${step} among ${Object.keys(files).join(', ')}`);
  return files[name];
}

function written({ folder }: Subject, name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

function svgBy(program: string, argsOf: (from: string, to: string) => string[]) {
  return (subject: Subject): Seen => {
    const from = written(subject, 'moment.svg', ofStep(subject.files.svg, subject.step));
    const to = join(subject.folder, `${program}.png`);
    run(subject.folder, program, argsOf(from, to));
    return { png: readFileSync(to), at: WHOLE };
  };
}

/** A page of a PDF file by its number, from 1. */
export function pdfPage(folder: string, file: string, number: number): Uint8Array {
  const to = join(folder, 'page');
  const page = String(number);
  const size = ['-scale-to-x', String(WIDTH), '-scale-to-y', '-1'];
  run(folder, 'pdftoppm', ['-png', '-singlefile', '-f', page, '-l', page, ...size, file, to]);
  return readFileSync(`${to}.png`);
}

/** The middle of a frame, as large as it will go. */
function inMiddle(size: Size, frame: Size): Seen['at'] {
  const scale = Math.min(frame.width / size.width, frame.height / size.height);
  const [width, height] = [size.width * scale, size.height * scale];
  return {
    x: (frame.width - width) / 2 / frame.width,
    y: (frame.height - height) / 2 / frame.height,
    width: width / frame.width,
    height: height / frame.height,
  };
}

function frameOf(subject: Subject, name: 'mp4' | 'gif'): Uint8Array {
  const from = written(subject, `moment.${name}`, subject.files[name]);
  const to = join(subject.folder, `${name}.png`);
  run(subject.folder, 'ffmpeg', ['-y', '-loglevel', 'error', '-i', from, '-frames:v', '1', to]);
  return readFileSync(to);
}

/** By what is compared. The last two are large; the others are soon installed. */
export const PROGRAMS: Record<string, Program> = {
  PNG: { needs: [], look: ({ files, step }) => ({ png: ofStep(files.png, step), at: WHOLE }) },
  'SVG, Chromium': {
    needs: [],
    look: async ({ files, step, size, page }) => {
      const source = Buffer.from(ofStep(files.svg, step)).toString('base64');
      await page.setContent(
        `<body style="margin:0"><img alt="" width="${size.width}" height="${size.height}" style="display:block" src="data:image/svg+xml;base64,${source}">`,
      );
      const image = page.locator('img');
      await image.evaluate((one: HTMLImageElement) => one.decode());
      return { png: await image.screenshot(), at: WHOLE };
    },
  },
  'SVG, rsvg-convert': {
    needs: ['rsvg-convert'],
    look: svgBy('rsvg-convert', (from, to) => ['-w', String(WIDTH), '-o', to, from]),
  },
  'PDF, pdftoppm': {
    needs: ['pdftoppm'],
    look: (subject) => {
      const file = written(subject, 'moments.pdf', subject.files.pdf);
      return { png: pdfPage(subject.folder, file, subject.step + 1), at: WHOLE };
    },
  },
  'MP4, ffmpeg': {
    needs: ['ffmpeg'],
    look: (subject) => ({ png: frameOf(subject, 'mp4'), at: inMiddle(subject.size, FILM) }),
  },
  'GIF, ffmpeg': {
    needs: ['ffmpeg'],
    look: (subject) => ({ png: frameOf(subject, 'gif'), at: WHOLE }),
  },
  'SVG, Inkscape': {
    needs: ['inkscape'],
    look: svgBy('inkscape', (from, to) => [
      '--export-type=png',
      `--export-filename=${to}`,
      `--export-width=${WIDTH}`,
      from,
    ]),
  },
  'PPTX, LibreOffice': {
    needs: ['soffice', 'pdftoppm'],
    look: (subject) => {
      const { folder, step, size } = subject;
      const file = written(subject, 'slides.pptx', subject.files.pptx);
      run(folder, 'soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
      const { x, y, w, h } = placed(size);
      const at = {
        x: x / SLIDE.width,
        y: y / SLIDE.height,
        width: w / SLIDE.width,
        height: h / SLIDE.height,
      };
      return { png: pdfPage(folder, join(folder, 'slides.pdf'), step + 1), at };
    },
  },
};
