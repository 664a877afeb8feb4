import { describe, expect, it } from 'vitest';
import { inside, seenIn, toPixels, toShares, truthsOf } from '#components/lab/own/boxes.ts';
import { Drawing } from '#components/lab/own/drawing.ts';

const WHOLE = { x: 0, y: 0, width: 1, height: 1 };
const CLASSES = ['car', 'truck', 'bus', 'plane', 'boat'];
const extent = { width: 200, height: 100 };
const host = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(true),
};

function drawing(): Drawing {
  const made = new Drawing(host, true);
  made.begin();
  made.know(CLASSES);
  made.look(WHOLE, extent);
  return made;
}

const drag = (of: Drawing, gesture: string, ...ends: [number, number][]) => {
  for (const [x, y] of ends)
    of.handle({ id: null, gesture, box: { x: 10, y: 10, width: x - 10, height: y - 10 } });
};

describe('a box on a picture of the reader’s own', () => {
  it('goes from pixels to shares of the whole and back, whatever part is looked at', () => {
    const frame = { x: 0.25, y: 0.5, width: 0.5, height: 0.25 };
    const box = { x: 20, y: 30, width: 40, height: 10 };
    expect(toShares(box, frame, extent)).toEqual({ x: 0.3, y: 0.575, width: 0.1, height: 0.025 });
    const back = toPixels(toShares(box, frame, extent), frame, extent);
    for (const key of ['x', 'y', 'width', 'height'] as const)
      expect(back[key]).toBeCloseTo(box[key], 9);
  });

  it('stays inside, at least a pixel large', () => {
    expect(inside({ x: -5, y: 95, width: 0, height: 20 }, extent)).toEqual({
      x: 0,
      y: 80,
      width: 1,
      height: 20,
    });
    expect(inside({ x: 3, y: 3, width: 999, height: 999 }, extent)).toEqual({
      x: 0,
      y: 0,
      ...extent,
    });
  });

  it('is judged by where more than half of it is to be seen, cut at the edge', () => {
    const box = { id: 'a', kind: 'boat', x: 0.4, y: 0, width: 0.2, height: 0.5 };
    const [seen] = seenIn([box], CLASSES, { x: 0.45, y: 0, width: 0.5, height: 1 }, extent);
    expect([seen.x, seen.width]).toEqual([0, expect.closeTo(60, 9)]);
    expect(truthsOf([seen], CLASSES)[0].classIndex).toBe(4);
    expect(seenIn([box], CLASSES, { x: 0.55, y: 0, width: 0.4, height: 1 }, extent)).toEqual([]);
  });
});

describe('drawing', () => {
  it('makes one box of one gesture, taken back in one step', () => {
    const of = drawing();
    expect(of.truths).toBeNull();
    drag(of, 'one', [14, 14], [30, 20]);
    expect(of.truths).toEqual([{ x: 10, y: 10, width: 20, height: 10, classIndex: 0 }]);
    drag(of, 'two', [50, 50]);
    expect(of.seen).toHaveLength(2);
    of.go('undo');
    of.go('undo');
    expect(of.truths).toBeNull();
    of.go('redo');
    expect(of.seen).toHaveLength(1);
  });

  it('names, moves, stretches, copies and deletes the chosen box, and says so', () => {
    const of = drawing();
    drag(of, 'one', [30, 20]);
    of.act({ kind: 'plane' });
    const { id } = of.seen[0];
    of.handle({ id, command: { do: 'move', dx: 5, dy: -3 } });
    of.handle({ id, command: { do: 'stretch', dx: 4, dy: 1 } });
    expect(of.seen[0]).toMatchObject({
      ...{ kind: 'plane', x: expect.closeTo(15, 9), y: expect.closeTo(7, 9) },
      ...{ width: expect.closeTo(24, 9), height: expect.closeTo(11, 9) },
    });
    expect(of.said).toBe('Now: plane, 24.0 × 11.0 px at 15.0, 7.0.');
    of.handle({ id, command: { do: 'copy' } });
    expect(of.seen[1]).toMatchObject({ kind: 'plane', x: expect.closeTo(40, 9) });
    of.handle({ id: of.seen[1].id, command: { do: 'delete' } });
    expect([of.seen.length, of.selected]).toEqual([1, null]);
    expect(of.said).toMatch(/^Taken away: plane/);
  });

  it('keeps a box on its object at other pixels and in a part, and forgets it with the picture', () => {
    const of = drawing();
    drag(of, 'one', [30, 20]);
    of.look(WHOLE, { width: 400, height: 200 });
    expect(of.seen[0]).toMatchObject({ x: 20, y: 20, width: 40, height: 20 });
    of.look({ x: 0, y: 0, width: 0.5, height: 0.5 }, extent);
    expect(of.seen[0]).toMatchObject({ x: 20, y: 20, width: 40, height: 20 });
    // A crop without it leaves no object to be found, and every box is a false alarm.
    of.look({ x: 0.5, y: 0.5, width: 0.5, height: 0.5 }, extent);
    expect(of.truths).toEqual([]);
    of.begin();
    of.look(WHOLE, extent);
    expect([of.truths, of.history.canUndo]).toEqual([null, false]);
  });

  it('counts a box of a class that the detectors do not know as their first, and remembers its own', () => {
    const of = drawing();
    drag(of, 'one', [30, 20]);
    of.act({ kind: 'boat' });
    of.know(['red cell', 'white cell', 'platelet']);
    expect([of.seen[0].kind, of.kind, of.truths?.[0].classIndex]).toEqual([
      ...['red cell', 'red cell', 0],
    ]);
    expect(of.renamed).toEqual(['boat']);
    of.act({ kind: 'platelet' });
    expect([of.truths?.[0].classIndex, of.renamed]).toEqual([2, []]);
    of.go('undo');
    of.know(CLASSES);
    expect([of.seen[0].kind, of.truths?.[0].classIndex]).toEqual(['boat', 4]);
  });
});
