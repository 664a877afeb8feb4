import { describe, expect, it } from 'vitest';
import { LENGTHS_ASKED } from '#lib/analysis/index.ts';
import {
  CLASSES,
  type EditedScene,
  GUEST,
  type Guest,
  NO_EDITS,
  SceneRenderer,
  type StandingObject,
  without,
} from '#lib/scenes/index.ts';
import { DEFAULTS } from '#lib/scenes/parameters.ts';

const renderer = new SceneRenderer();
const render = (seed: number, settings = {}) => renderer.render({ ...settings, seed });
/** Clear air, nothing but the object: what is painted is its colours and its ground. */
const CLEAR = { blur: 0, noise: 0, contrast: 1 };

/** The first object of each class, with the scene that it is from. */
const firsts: (Guest & StandingObject)[] = CLASSES.map((kind) => {
  for (let seed = 0; ; seed++) {
    const object = render(seed).standing.find((each) => each.kind === kind);
    if (object) return { ...object, from: { ...DEFAULTS, seed } };
  }
});

/** The scenes that have a place for a guest, of sixty. */
function hosts(guest: Guest, settings = {}) {
  return Array.from({ length: 60 }, (_, i) => ({
    ...DEFAULTS,
    ...settings,
    seed: 500 + i,
  })).flatMap((scene) => {
    const seat = renderer.seat(scene, guest);
    return seat ? [{ scene, seat }] : [];
  });
}

const object = ({ standing, objects }: EditedScene, id: string) =>
  objects[standing.findIndex((each) => each.id === id)];

describe.each(firsts)('a $kind as a guest', (guest) => {
  const found = hosts(guest);

  it('finds a place in many scenes: where one of its kind is, and nothing else', () => {
    expect(found.length).toBeGreaterThan(5);
    for (const { scene, seat } of found) {
      const { own } = render(scene.seed);
      const gone = own.find(({ id }) => id === seat.gone);
      if (seat.gone !== null) expect(gone?.kind).toBe(guest.kind);
      const edits = seat.gone === null ? NO_EDITS : without(NO_EDITS, seat.gone);
      const shown = renderer.render(scene, edits, { ...guest, x: seat.x, y: seat.y });
      const box = object(shown, GUEST);
      // Boxes are coarser than footprints: what lies askew may share a corner of them.
      const middle = (of: typeof box) => [of.x + of.width / 2, of.y + of.height / 2];
      shown.objects.slice(0, -1).forEach((other) => {
        const [a, b] = [middle(box), middle(other)];
        const width = { car: 0.46, truck: 0.37, bus: 0.27, plane: 1.05, boat: 0.36 }[guest.kind];
        const apart = Math.min(width, 0.27) * Math.min(box.length, other.length);
        expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(apart);
      });
    }
  });

  it('keeps class, length, angle, and where its edges cut the pixels', () => {
    const home = object(render(guest.from.seed), guest.id);
    for (const { scene, seat } of found) {
      const { standing, objects } = renderer.render(scene, NO_EDITS, {
        ...guest,
        ...{ x: seat.x, y: seat.y },
      });
      const last = standing.at(-1)!;
      expect(last).toMatchObject({ id: GUEST, kind: guest.kind, look: guest.look });
      const there = objects.at(-1)!;
      expect(there.classIndex).toBe(home.classIndex);
      expect(there.length).toBeCloseTo(home.length, 1);
      expect(Math.cos(there.angle - home.angle)).toBeCloseTo(1, 5);
      expect(seat.x - guest.x).toBeCloseTo(Math.round(seat.x - guest.x), 9);
      expect(seat.y - guest.y).toBeCloseTo(Math.round(seat.y - guest.y), 9);
    }
  });

  it('keeps its colours: at home it is painted as it stands there, byte for byte', () => {
    const { seed } = guest.from;
    const scene = { ...DEFAULTS, ...CLEAR, seed };
    const { id } = guest;
    const own = renderer.render(scene);
    // Objects are painted in their order; alone there is none.
    const others = own.standing.filter((each) => each.id !== id).map((each) => each.id);
    const alone = others.reduce(without, NO_EDITS);
    const nobody = without(alone, id);
    const there = renderer.render(scene, nobody, guest);
    const here = renderer.render(scene, alone);
    let apart = 0;
    here.pixels.forEach((value, i) => {
      apart = Math.max(apart, Math.abs(value - there.pixels[i]));
    });
    // The place of a guest is rounded to what a link can carry.
    expect(apart).toBeLessThanOrEqual(3);
    expect(there.pixels).not.toEqual(renderer.render(scene, nobody).pixels);
  });

  it('is given at every length that is asked for', () => {
    const [{ scene, seat }] = found;
    for (const length of LENGTHS_ASKED) {
      const { objects } = renderer.render(scene, NO_EDITS, { ...guest, ...seat, length });
      expect(objects.at(-1)!.length).toBeCloseTo(length, 1);
    }
  });
});

it('a guest of another resolution moves by whole pixels of its own', () => {
  const [guest] = firsts;
  for (const resolution of [64, 96, 192]) {
    const pixel = 128 / resolution;
    for (const { seat } of hosts(guest, { resolution }).slice(0, 10)) {
      const pixels = (seat.x - guest.x) / pixel;
      expect(pixels).toBeCloseTo(Math.round(pixels), 9);
    }
  }
});

it('an object that the reader made is a guest as well as one of a scene', () => {
  const [own] = firsts;
  const made: Guest = { ...own, look: { kind: 'car', seed: 7 } };
  const [{ scene, seat }] = hosts(made);
  const place = { x: seat.x, y: seat.y };
  const shown = renderer.render(scene, NO_EDITS, { ...made, ...place });
  expect(shown.pixels).not.toEqual(renderer.render(scene, NO_EDITS, { ...own, ...place }).pixels);
});
