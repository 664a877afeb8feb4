// What moves takes longer than all else that is taken along: it is made beside it.
import { parentPort, workerData } from 'node:worker_threads';
import { lendCodecs } from './codecs.ts';
import { boardOf } from './files.ts';
import { type MotionOrder, motionOf } from './motion.ts';

const { names, site, day } = workerData as MotionOrder;
// Films are stamped with the time and with a number drawn by lot. In this thread both stand still: the same bytes at any time.
Date.now = () => day.getTime();
Math.random = () => 0.5;
lendCodecs();
const files: Record<string, Uint8Array> = {};
for (const name of names)
  Object.assign(files, await motionOf(await boardOf(name, site ? new URL(site) : undefined)));
parentPort?.postMessage(files);
