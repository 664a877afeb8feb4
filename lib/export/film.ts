// MP4 and WebM by WebCodecs; for browsers only.
import {
  BufferTarget,
  CanvasSource,
  canEncodeVideo,
  Mp4OutputFormat,
  Output,
  type VideoCodec,
  WebMOutputFormat,
} from 'mediabunny';
import { type About, CREATOR, credit } from './about.ts';

export type FilmKind = 'mp4' | 'webm';

/** What programs play: MP4 is H.264 (PowerPoint, Keynote), WebM the best codec that there is. */
const CODECS: Record<FilmKind, readonly VideoCodec[]> = {
  mp4: ['avc'],
  webm: ['vp9', 'vp8', 'av1'],
};

/** Bits for each pixel of each frame. Drawings have large even areas and hard edges: most of this is not used. */
const BITS = 0.08;
const KEY_FRAMES = 2;

export interface FilmOptions {
  kind: FilmKind;
  /** Even numbers of pixels. */
  width: number;
  height: number;
  /** Frames a second. */
  rate: number;
  about: About;
}

/** A drawing and for how many frames it stands. */
export interface Shot {
  t: number;
  frames: number;
}

const bitrate = ({ width, height, rate }: Pick<FilmOptions, 'width' | 'height' | 'rate'>) =>
  Math.max(500_000, Math.round(width * height * rate * BITS));

/** The codec by which this browser makes such a film; undefined where it can't. */
export async function codecFor(
  kind: FilmKind,
  size: Pick<FilmOptions, 'width' | 'height' | 'rate'>,
): Promise<VideoCodec | undefined> {
  if (typeof VideoEncoder === 'undefined') return undefined;
  for (const codec of CODECS[kind]) {
    const able = await canEncodeVideo(codec, {
      width: size.width,
      height: size.height,
      bitrate: bitrate(size),
    });
    if (able) return codec;
  }
  return undefined;
}

/**
 * The film of these shots.
 *
 * @param canvas of the film's size
 * @param draw puts the drawing at t on the canvas
 * @param signal its abort ends the work between two frames, with its own reason
 * @param tell is called with the number of frames that are done
 * @throws RangeError where this browser has no codec for it; codecFor tells beforehand
 */
export async function filmOf(
  shots: readonly Shot[],
  options: FilmOptions,
  work: {
    canvas: HTMLCanvasElement | OffscreenCanvas;
    draw(t: number): Promise<void>;
    signal: AbortSignal;
    tell(frames: number): void;
  },
): Promise<Uint8Array<ArrayBuffer>> {
  const { kind, rate, about } = options;
  const codec = await codecFor(kind, options);
  if (!codec) throw new RangeError(`no codec for ${kind}`);
  const target = new BufferTarget();
  const format = kind === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat();
  const output = new Output({ format, target });
  const source = new CanvasSource(work.canvas, {
    codec,
    bitrate: bitrate(options),
    keyFrameInterval: KEY_FRAMES,
  });
  output.addVideoTrack(source, { frameRate: rate });
  output.setMetadataTags({
    title: about.title,
    artist: CREATOR,
    description: about.description,
    comment: credit(about),
  });
  try {
    await output.start();
    let done = 0;
    for (const { t, frames } of shots) {
      work.signal.throwIfAborted();
      await work.draw(t);
      for (let k = 0; k < frames; k++) {
        work.signal.throwIfAborted();
        await source.add(done / rate, 1 / rate);
        done++;
        work.tell(done);
      }
    }
    await output.finalize();
  } catch (error) {
    await output.cancel();
    throw error;
  }
  return new Uint8Array(target.buffer ?? new ArrayBuffer());
}
