// What svg2pdf.js asks of a page, which there is none of when the site is built: how wide a text is, which the typefaces tell,
// and how large a picture.
import { Buffer } from 'node:buffer';
import { jsPDF } from 'jspdf';
import { addFace, type Face } from '#lib/export/pdf.ts';

/** As a page's: it tells the size of a PNG file, which stands behind its signature. */
class Image {
  width = 0;
  height = 0;
  onload: (() => void) | undefined;

  set src(address: string) {
    const bytes = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
    this.width = bytes.readUInt32BE(16);
    this.height = bytes.readUInt32BE(20);
    queueMicrotask(() => this.onload?.());
  }
}

/** Does `work` in a world that knows how large texts and pictures are and nothing else; nobody else may work meanwhile. */
export async function withRuler<Made>(
  faces: readonly Face[],
  work: () => Promise<Made>,
): Promise<Made> {
  const page = new jsPDF({ unit: 'pt' });
  for (const face of faces) addFace(page, face);
  /** px */
  const widthOf = (text: string, family: string, weight: string, size: number): number => {
    page.setFont(family.replaceAll(/["']/g, ''), 'normal', weight === 'normal' ? '400' : weight);
    page.setFontSize(size);
    return page.getTextWidth(text);
  };
  const canvas = {
    font: '',
    measureText(text: string) {
      const [, weight = '', size, family = ''] = /^\S+ (\S+) (\S+)px (.*)$/.exec(this.font) ?? [];
      return { width: widthOf(text, family, weight, Number(size)) };
    },
  };
  const element = () => {
    const said = new Map<string, string>();
    return {
      style: { setProperty() {} },
      textContent: '',
      appendChild() {},
      setAttribute: (name: string, value: string) => said.set(name, value),
      setAttributeNS() {},
      getBBox() {
        const [family = '', weight = '', size = ''] = ['family', 'weight', 'size'].map((name) =>
          said.get(`font-${name}`),
        );
        return { width: widthOf(this.textContent, family, weight, Number.parseFloat(size)) };
      },
    };
  };
  const world = {
    Image,
    document: {
      body: { appendChild() {}, removeChild() {} },
      // Our files have no style sheets.
      implementation: { createHTMLDocument: () => ({}) },
      createElement: () => ({ getContext: () => canvas }),
      createElementNS: element,
    },
  };
  Object.assign(globalThis, world);
  try {
    return await work();
  } finally {
    for (const name of Object.keys(world)) Reflect.deleteProperty(globalThis, name);
  }
}
