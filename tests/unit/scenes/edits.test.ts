import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLASSES,
  type Edits,
  generateScene,
  MOST_ADDED,
  NO_EDITS,
  type Pose,
  readEdits,
  roundPose,
  SceneRenderer,
  withAdded,
  without,
  withPose,
  writeEdits,
} from '#lib/scenes/index.ts';
import { DEFAULTS } from '#lib/scenes/parameters.ts';

const pose = fc
  .record({
    x: fc.double({ min: -20, max: 150, noNaN: true }),
    y: fc.double({ min: -20, max: 150, noNaN: true }),
    length: fc.double({ min: 0, max: 60, noNaN: true }),
    angle: fc.double({ min: -20, max: 20, noNaN: true }),
  })
  .map((each: Pose) => each);
const look = fc.oneof(
  fc.record({ own: fc.nat(99) }),
  fc.record({ kind: fc.constantFrom(...CLASSES), seed: fc.nat(46_655) }),
);
/** Edits as a reader makes them, one after the other. */
const edits = fc
  .array(
    fc.oneof(
      fc.record({ of: fc.nat(30), pose }),
      fc.record({ gone: fc.nat(30) }),
      fc.record({ look, pose }),
    ),
    { maxLength: 20 },
  )
  .map((steps) =>
    steps.reduce<Edits>((before, step) => {
      if ('of' in step) return withPose(before, `own-${step.of}`, step.pose);
      if ('gone' in step) return without(before, `own-${step.gone}`);
      return withAdded(before, step.look, step.pose).edits;
    }, NO_EDITS),
  );

describe('edits', () => {
  it('come back from their text as they were', () => {
    fc.assert(
      fc.property(edits, (made) => {
        const text = writeEdits(made);
        expect(text).toMatch(/^[\w.-]*$/);
        expect(readEdits(text)).toEqual({ edits: made, refused: [] });
      }),
    );
  });

  it('are read from any text, and what is read is written as itself', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.stringMatching(/^[mrcn][0-9a-z]{1,3}([.-][0-9a-z]{1,4}){0,5}$/),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { edits, refused } = readEdits(['1', ...pieces].join('_'));
        expect(refused.length).toBeLessThanOrEqual(pieces.join('_').split('_').length);
        expect(readEdits(writeEdits(edits))).toEqual({ edits, refused: [] });
      }),
    );
  });

  it.each([
    ['another version', '2_r3'],
    ['no version', 'r3'],
    ['an object far outside', '1_m3.zzzz.1.5z.0'],
    ['an object of no length', '1_m3.1.1.0.0'],
    ['more than a turn', '1_m3.1.1.5z.2s0'],
    ['a class that is not there', '1_n7.0.1.1.5z.0'],
    ['too few numbers', '1_m3.1.1'],
    ['too many numbers', '1_m3.1.1.5z.0.0'],
    ['a run backwards', '1_r7-3'],
    ['a run without end', '1_r0-zzzzz'],
    ['a number that is none', '1_mÄ.1.1.5z.0'],
    ['nothing at all', '1_'],
  ])('that name %s are refused, the others hold', (_, text) => {
    const { edits, refused } = readEdits(`${text}_r5`);
    expect(refused).not.toEqual([]);
    expect(edits.added).toEqual([]);
    expect(Object.keys(edits.own)).toEqual(text.startsWith('1_') ? ['5'] : []);
  });

  it('add objects up to a limit, from a link too', () => {
    const one = 'n0.1.9c0.9c0.1hc.0';
    const many = readEdits(['1', ...Array<string>(MOST_ADDED + 3).fill(one)].join('_'));
    expect(many.edits.added).toHaveLength(MOST_ADDED);
    expect(many.refused).toHaveLength(3);
    expect(withAdded(many.edits, { own: 0 }, { x: 1, y: 1, length: 5, angle: 0 }).id).toBeNull();
  });

  it('keep a pose that was rounded', () => {
    fc.assert(
      fc.property(pose, (given) => {
        const rounded = roundPose(given);
        expect(roundPose(rounded)).toEqual(rounded);
      }),
    );
  });
});

describe('an edited scene', () => {
  const parameters = { ...DEFAULTS, seed: 7 };
  const renderer = new SceneRenderer();
  const first = renderer.render(parameters);
  const [object] = first.standing;

  it('without edits is the scene itself, whatever was rendered before', () => {
    renderer.render({ ...parameters, contrast: 0.4 }, without(NO_EDITS, object.id));
    const { standing, own, ...scene } = renderer.render(parameters);
    expect(scene).toEqual(generateScene(parameters));
    expect(own).toEqual(standing);
    expect(standing).toHaveLength(scene.objects.length);
  });

  it('is the same to the byte from its link, in a renderer that knows nothing', () => {
    let made = withPose(NO_EDITS, object.id, { ...object, x: 30, y: 99, angle: 2, length: 17 });
    made = without(made, first.standing[3].id);
    made = withAdded(made, object.look, { x: 64, y: 20, length: 8, angle: 1 }).edits;
    made = withAdded(
      made,
      { kind: 'plane', seed: 5 },
      { x: 9, y: 120, length: 12, angle: 4 },
    ).edits;
    const here = renderer.render(parameters, made);
    const there = new SceneRenderer().render(parameters, readEdits(writeEdits(made)).edits);
    expect(there).toEqual(here);
    expect(here.standing.map(({ kind }) => CLASSES.indexOf(kind))).toEqual(
      here.objects.map(({ classIndex }) => classIndex),
    );
    expect(here.objects).toHaveLength(first.objects.length + 1);
  });

  it('changes only around what was moved', () => {
    const moved = withPose(NO_EDITS, object.id, { ...object, x: object.x + 2 });
    const after = renderer.render(parameters, moved);
    const reach = 2 * object.length + 12;
    let changed = 0;
    for (let i = 0; i < after.pixels.length; i++) {
      if (after.pixels[i] === first.pixels[i]) continue;
      changed++;
      const pixel = Math.floor(i / 3);
      const [x, y] = [pixel % after.width, Math.floor(pixel / after.width)];
      expect(Math.hypot(x - object.x, y - object.y)).toBeLessThan(reach);
    }
    expect(changed).toBeGreaterThan(20);
    expect(after.objects[0].x).toBeCloseTo(first.objects[0].x + 2, 1);
  });

  it('bounds what is left of an object at the edge', () => {
    const { edits: made } = withAdded(
      NO_EDITS,
      { kind: 'bus', seed: 1 },
      { x: 128, y: 64, length: 20, angle: 0 },
    );
    const { objects } = renderer.render({ ...parameters, resolution: 64 }, made);
    const bus = objects.at(-1)!;
    expect(bus.x).toBeCloseTo(59, 1);
    expect(bus.x + bus.width).toBeCloseTo(64, 6);
    expect(bus.length).toBeCloseTo(10, 6);
  });

  it('passes over edits of objects that it has not', () => {
    const other = withAdded(
      withPose(NO_EDITS, 'own-99', { x: 5, y: 5, length: 5, angle: 0 }),
      { own: 98 },
      { x: 5, y: 5, length: 5, angle: 0 },
    ).edits;
    expect(renderer.render(parameters, other).pixels).toEqual(first.pixels);
  });
});
