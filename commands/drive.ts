// npm run drive -- --seed 1 --acts 1000: a random reader of the built site in a real Chromium. Prints what does not hold,
// and how to do it again.
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { type Report, ROOMS, type RoomName, siteIn, travel } from './drive/journey.ts';
import { flags } from './lib/chromium.mjs';
import { findChromium } from './lib/machine.mjs';
import { serve } from './lib/serve.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    acts: { type: 'string', default: '1000' },
    journey: { type: 'string' },
    length: { type: 'string', default: '40' },
    room: { type: 'string', multiple: true },
    site: { type: 'string', default: 'dist' },
    verbose: { type: 'boolean', default: false },
  },
});

function count(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0)
    throw new RangeError(`--${name} has to be a whole number from 0, not ${text}`);
  return number;
}

function roomsOf(asked: readonly string[] | undefined): RoomName[] {
  const known = Object.keys(ROOMS);
  const wrong = asked?.find((name) => !known.includes(name));
  if (wrong !== undefined)
    throw new RangeError(`--room has to be one of ${known.join(', ')}, not ${wrong}`);
  return (asked ?? known) as RoomName[];
}

const seed = count(values.seed, 'seed');
const length = Math.max(1, count(values.length, 'length'));
const rooms = roomsOf(values.room);
const journeys =
  values.journey === undefined
    ? Array.from({ length: Math.ceil(count(values.acts, 'acts') / length) }, (_, i) => i)
    : [count(values.journey, 'journey')];

const server = await serve(values.site, { port: 0 });
const { port } = server.address() as { port: number };
const site = siteIn(values.site);
const browser = await chromium.launch({ executablePath: findChromium(), args: flags });
const broken: Report[] = [];
try {
  for (const journey of journeys) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const report = await travel(await context.newPage(), {
      seed: seed * 10_000 + journey,
      acts: length,
      room: rooms[journey % rooms.length],
      site,
      base: `http://localhost:${port}/`,
    });
    await context.close();
    tell(journey, report);
    if (report.faults.length > 0) broken.push(report);
  }
} finally {
  await browser.close();
  server.close();
}
console.log(
  broken.length === 0
    ? `All ${journeys.length} journeys hold.`
    : `${broken.length} of ${journeys.length} journeys do not hold.`,
);
process.exitCode = broken.length === 0 ? 0 : 1;

function tell(journey: number, { room, acts, announced, memory, faults, address }: Report): void {
  const held = memory ? `, ${memory.models} models, ${memory.tensors} tensors` : '';
  console.log(`${journey} ${room}: ${acts.length} acts, ${announced} announcements${held}`);
  if (values.verbose) for (const act of acts) console.log(`    ${act}`);
  if (faults.length === 0) return;
  console.log(`  at ${address}`);
  for (const fault of [...new Set(faults)].slice(0, 6)) console.log(`  FAULT: ${fault}`);
  for (const act of acts.slice(-8)) console.log(`    ${act}`);
  const where = values.room ? ` ${values.room.map((name) => `--room ${name}`).join(' ')}` : '';
  console.log(
    `  again: npm run drive -- --seed ${seed} --journey ${journey} --length ${length}${where}`,
  );
}
