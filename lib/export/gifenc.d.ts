declare module 'gifenc/dist/gifenc.esm.js' {
  /** Colours, RGB of 0 to 255. */
  export type Palette = number[][];

  interface FrameOptions {
    palette?: Palette;
    /** Milliseconds, in steps of 10. */
    delay?: number;
    /** 0 for ever. */
    repeat?: number;
    transparent?: boolean;
    transparentIndex?: number;
    /** 1 leaves the frame where it is. */
    dispose?: number;
  }

  interface Encoder {
    writeFrame(index: Uint8Array, width: number, height: number, options?: FrameOptions): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
    stream: { writeByte(byte: number): void; writeBytes(bytes: Uint8Array): void };
  }

  export function GIFEncoder(): Encoder;
  /** RGBA, 4 bytes a pixel. */
  export function quantize(pixels: Uint8ClampedArray, colours: number): Palette;
  export function applyPalette(pixels: Uint8ClampedArray, palette: Palette): Uint8Array;
}
