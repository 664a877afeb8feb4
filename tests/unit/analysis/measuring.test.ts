// A measurement through its client: the same numbers as without one, and a worker that breaks is heard of.
import * as Comlink from 'comlink';
import { describe, expect, it, vi } from 'vitest';
import { MeasurementClient } from '#lib/analysis/client.ts';
import { Measurement, Measuring, type SaidOfScene } from '#lib/analysis/index.ts';
import { decode, EVALUATION, nonMaxSuppression } from '#lib/detection/index.ts';
import { normal, random } from '#lib/random/index.ts';

const CLASSES = 2;
const SCENES = 12;

/** What two heads of 4 x 4 cells say of a scene with two objects. */
function scene(seed: number): SaidOfScene {
  const next = random(seed, 3);
  const models = [0, 1].map(() => ({
    classCount: CLASSES,
    levels: [
      {
        data: Float32Array.from({ length: 4 * 4 * (5 + CLASSES) }, () => 2 * normal(next)),
        ...{ height: 4, width: 4, stride: 8 },
        anchors: [[8, 8]] as const,
      },
    ],
  }));
  const truths = [0, 1].map((classIndex) => ({
    ...{ classIndex, x: 4 + 24 * next() * classIndex, y: 4 },
    ...{ width: 8, height: 8 },
  }));
  return { models, truths };
}

function directly(resamples: number, seed: number) {
  const measurement = new Measurement(2);
  for (let i = 0; i < SCENES; i++) {
    const { models, truths } = scene(i);
    measurement.add(
      models.map(({ levels, classCount }) => ({
        detections: nonMaxSuppression(decode(levels, { classCount, ...EVALUATION })),
        truths,
      })),
    );
  }
  const next = random(seed);
  for (let i = 0; i < resamples; i++) measurement.resample(next);
  return measurement;
}

/** The worker without a thread: the same messages, through a channel of Node's. */
function standIn() {
  const { port1, port2 } = new MessageChannel();
  Comlink.expose(Measuring, port2 as unknown as Comlink.Endpoint);
  const terminate = vi.fn(() => port1.close());
  port1.start();
  return Object.assign(port1, { terminate }) as unknown as Worker;
}

describe('the client of a measurement', () => {
  it.each([
    ['a worker', standIn],
    [
      'no worker, for none starts',
      () => {
        throw new Error('no workers here');
      },
    ],
  ])('has the numbers of the measurement itself from %s', async (_, spawn) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const client = new MeasurementClient(2, spawn);
    for (let i = 0; i < SCENES; i++) await client.add(scene(i));
    const own = directly(25, 4);
    expect(await client.scores()).toEqual(own.scores());
    expect(await client.luck(25, 4)).toEqual({
      resamples: 25,
      intervals: own.intervals(),
      differences: own.differences(),
      curves: own.curves(),
    });
    client.end();
    said.mockRestore();
  });

  it('rejects what is asked of a worker that breaks, and ends it once', async () => {
    const heard = new Map<string, (event: unknown) => void>();
    const worker = {
      postMessage: vi.fn(),
      addEventListener: (type: string, listener: unknown) => {
        if (type !== 'message') heard.set(type, listener as (event: unknown) => void);
      },
      removeEventListener: vi.fn(),
      terminate: vi.fn(),
    };
    const client = new MeasurementClient(2, () => worker as unknown as Worker);
    const asked = client.scores();
    heard.get('error')!(new Error('its code did not come'));
    await expect(asked).rejects.toThrow('its code did not come');
    client.end();
    expect(worker.terminate).toHaveBeenCalledTimes(1);
  });
});
