// A random reader, for a moment in every room. Long, with seeds of your choice: npm run drive -- --seed 1 --acts 1000
import { expect, test } from '@playwright/test';
import { ROOMS, type RoomName, siteIn, travel } from '#commands/drive/journey.ts';
import { folder } from './lib/site.ts';

/** Acts of a room: a few seconds each room, more where an engine has to start first. */
const ACTS: Record<RoomName, number> = {
  lab: 14,
  weights: 12,
  explorer: 12,
  embeds: 20,
  chapters: 14,
  pages: 14,
};
const SEED = 1;
const site = siteIn(folder);

test.setTimeout(180_000);

for (const room of Object.keys(ROOMS) as RoomName[]) {
  test(`nothing that a random reader does in the room "${room}" breaks it (seed ${SEED})`, async ({
    page,
    baseURL,
  }) => {
    const report = await travel(page, { seed: SEED, acts: ACTS[room], room, site, base: baseURL! });
    expect(report.faults, report.acts.join('\n')).toEqual([]);
    expect(report.acts.length).toBe(ACTS[room]);
  });
}
