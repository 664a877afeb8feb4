import { describe, expect, it } from 'vitest';
import { addNew, carryOut, commandOf } from '#components/lab/commands.ts';
import { History } from '#components/lab/history.ts';
import { NO_EDITS, type StandingObject, standing } from '#lib/scenes/index.ts';

const key = (
  name: string,
  more: Partial<Record<'altKey' | 'ctrlKey' | 'altGraph', boolean>> = {},
) =>
  commandOf({
    key: name,
    altKey: more.altKey ?? false,
    ctrlKey: more.ctrlKey ?? false,
    metaKey: false,
    getModifierState: () => more.altGraph ?? false,
  });

const car: StandingObject = {
  id: 'own-0',
  kind: 'car',
  look: { own: 0 },
  x: 40,
  y: 50,
  length: 8,
  angle: 1,
  edited: false,
};

describe('a key', () => {
  it.each([
    ['ArrowLeft', {}, { do: 'move', dx: -1, dy: 0 }],
    ['ArrowDown', { altKey: true }, { do: 'move', dx: 0, dy: 1 / 8 }],
    ['[', { altKey: true, ctrlKey: true, altGraph: true }, { do: 'turn', steps: -1 }],
    ['=', {}, { do: 'resize', by: 1 }],
    ['-', { altKey: true }, { do: 'resize', by: -1 / 8 }],
    ['Delete', {}, { do: 'delete' }],
    // The browser's own: zoom, copy.
    ['+', { ctrlKey: true }, null],
    ['c', { ctrlKey: true }, null],
    ['PageDown', {}, null],
    ['.', {}, null],
  ])('%s %j', (name, more, command) => {
    expect(key(name, more)).toEqual(command);
  });
});

describe('a command', () => {
  it('moves by pixels of the picture, whatever its resolution', () => {
    const move = { do: 'move', dx: 1, dy: -1 / 8 } as const;
    for (const resolution of [64, 128, 256]) {
      const { edits, selected } = carryOut(NO_EDITS, car, move, 128 / resolution);
      const [moved] = standing([car], edits);
      expect(selected).toBe(car.id);
      expect(moved.x).toBeCloseTo(40 + 128 / resolution, 6);
      expect(moved.y).toBeCloseTo(50 - 16 / resolution, 6);
      expect(moved).toMatchObject({ kind: 'car', length: 8, edited: true });
    }
  });

  it('turns there and back, resizes within limits', () => {
    const right = carryOut(NO_EDITS, car, { do: 'turn', steps: 1 }, 1).edits;
    const [turned] = standing([car], right);
    expect(turned.angle).toBeGreaterThan(1.05);
    const back = carryOut(right, turned, { do: 'turn', steps: -1 }, 1).edits;
    expect(standing([car], back)[0].angle).toBeCloseTo(1, 2);
    const small = carryOut(NO_EDITS, car, { do: 'resize', by: -100 }, 1).edits;
    expect(standing([car], small)[0].length).toBe(1);
  });

  it('copies beside, in the picture also at its edge, and takes away', () => {
    const edge = { ...car, x: 127, y: 126 };
    const { edits, selected } = carryOut(NO_EDITS, edge, { do: 'copy' }, 1);
    const after = standing([edge], edits);
    expect(after.map(({ id }) => id)).toEqual(['own-0', selected]);
    expect(after[1].x).toBeLessThan(127);
    expect(after[1]).toMatchObject({ kind: 'car', length: 8, look: car.look });
    const gone = carryOut(edits, after[1], { do: 'delete' }, 1);
    expect(gone).toEqual({ edits: NO_EDITS, selected: null });
  });

  it('adds where most room is, as long as its like', () => {
    const { edits, selected } = addNew(NO_EDITS, [car], 'car', 11);
    const added = standing([car], edits).find(({ id }) => id === selected)!;
    expect(added.length).toBe(8);
    expect(Math.hypot(added.x - car.x, added.y - car.y)).toBeGreaterThan(30);
    const bus = addNew(edits, standing([car], edits), 'bus', 11);
    expect(standing([car], bus.edits).at(-1)).toMatchObject({ kind: 'bus', length: 11 });
  });
});

describe('a history', () => {
  it('goes back and forth step by step, a gesture at once', () => {
    const history = new History(0);
    history.set(1);
    for (const value of [2, 3, 4]) history.set(value, 'drag 1');
    history.set(5, 'drag 2');
    const back = [history.value];
    while (history.undo()) back.push(history.value);
    expect(back).toEqual([5, 4, 1, 0]);
    expect(history.canUndo).toBe(false);
    expect(history.redo()).toBe(true);
    expect(history.value).toBe(1);
  });

  it('forgets what was taken back once something else is done', () => {
    const history = new History('a');
    history.set('b', 'drag 1');
    history.undo();
    history.set('c', 'drag 1');
    expect([history.redo(), history.value, history.undo(), history.value]).toEqual([
      false,
      'c',
      true,
      'a',
    ]);
  });
});
