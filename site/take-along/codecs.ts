// Node has no WebCodecs of its own: a package lends it those of FFmpeg.
import { createRequire } from 'node:module';

const PACKAGE = '@napi-rs/webcodecs';
/** What our films ask for. */
const NAMES = ['VideoEncoder', 'VideoFrame', 'VideoColorSpace', 'EncodedVideoChunk'] as const;

/**
 * Gives this thread what browsers have.
 *
 * @throws Error where the package's build for this machine is missing
 */
export function lendCodecs(): void {
  let codecs: Record<string, unknown>;
  try {
    codecs = createRequire(import.meta.url)(PACKAGE);
  } catch (cause) {
    throw new Error(`the films need ${PACKAGE} for this machine: npm install brings it`, { cause });
  }
  for (const name of NAMES) Object.assign(globalThis, { [name]: codecs[name] });
}
