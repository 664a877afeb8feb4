import type { Downsampling } from '../../spd/index.ts';

/** What each way to halve a picture is called, in a language. */
export type MethodNames = Readonly<Record<Downsampling, string>>;
