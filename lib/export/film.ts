// MP4 and WebM by WebCodecs: of a browser, or of a package that gives them to Node.
import {
  BufferTarget,
  canEncodeVideo,
  Mp4OutputFormat,
  Output,
  Quality,
  type VideoCodec,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
} from 'mediabunny';
import { type About, CREATOR, credit } from './about.ts';
import { COLOURS } from './frame.ts';

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
  /** How coarse it is, on the scale of its codec, in place of a number of bits: the same bytes from every machine's FFmpeg. */
  quantizer?: number;
}

/** A drawing and for how many frames it stands. */
export interface Shot {
  t: number;
  frames: number;
}

/** A drawing as it is put into a film: a canvas, or the planes of `planesOf`, both of the film's size. */
export type Still = HTMLCanvasElement | OffscreenCanvas | Uint8Array<ArrayBuffer>;

type Extent = Pick<FilmOptions, 'width' | 'height' | 'rate' | 'quantizer'>;

const qualityOf = ({ width, height, rate, quantizer }: Extent) =>
  new Quality(
    quantizer === undefined
      ? { bitrate: Math.max(500_000, Math.round(width * height * rate * BITS)) }
      : { quantizer },
  );

/** The codec by which this browser makes such a film; undefined where it can't. */
export async function codecFor(kind: FilmKind, size: Extent): Promise<VideoCodec | undefined> {
  if (typeof VideoEncoder === 'undefined') return undefined;
  for (const codec of CODECS[kind]) {
    const able = await canEncodeVideo(codec, {
      width: size.width,
      height: size.height,
      quality: qualityOf(size),
    });
    if (able) return codec;
  }
  return undefined;
}

/**
 * The film of these shots.
 *
 * @param draw gives the drawing at t, which it may change at the next call
 * @param signal its abort ends the work between two frames, with its own reason
 * @param tell is called with the number of frames that are done
 * @throws RangeError where this browser has no codec for it; codecFor tells beforehand
 */
export async function filmOf(
  shots: readonly Shot[],
  options: FilmOptions,
  work: {
    draw(t: number): Still | Promise<Still>;
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
  const source = new VideoSampleSource({
    codec,
    quality: qualityOf(options),
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
      const still = await work.draw(t);
      for (let k = 0; k < frames; k++) {
        work.signal.throwIfAborted();
        const sample = sampleOf(still, options, done);
        await source.add(sample).finally(() => sample.close());
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

/** A frame of a film, by its number. */
function sampleOf(still: Still, { width, height, rate }: FilmOptions, number: number): VideoSample {
  const time = { timestamp: number / rate, duration: 1 / rate };
  if (!(still instanceof Uint8Array)) return new VideoSample(still, time);
  return new VideoSample(still, {
    ...time,
    format: 'I420',
    codedWidth: width,
    codedHeight: height,
    colorSpace: COLOURS,
  });
}
