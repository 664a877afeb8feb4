import { describe, expect, it } from 'vitest';
import { Grasp } from '#components/kit/grasp.ts';

const pointer = (pointerId: number, over: Partial<PointerEvent> = {}) =>
  ({ pointerId, pointerType: 'touch', isPrimary: true, button: 0, ...over }) as PointerEvent;

describe('a thing that is held', () => {
  it('is held by the first finger alone, whatever a second one does', () => {
    const grasp = new Grasp();
    const [first, second] = [pointer(1), pointer(2, { isPrimary: false })];
    expect(grasp.takes(first)).toBe(true);
    expect(grasp.takes(second)).toBe(false);
    expect([grasp.holds(first), grasp.holds(second)]).toEqual([true, false]);
    expect(grasp.leaves(second)).toBe(false);
    expect(grasp.holds(first)).toBe(true);
    expect(grasp.leaves(first)).toBe(true);
    expect(grasp.holds(first)).toBe(false);
  });

  it('is not taken by the palm beside the pen, nor by another button', () => {
    const grasp = new Grasp();
    expect(grasp.takes(pointer(1, { pointerType: 'mouse', button: 2 }))).toBe(false);
    expect(grasp.takes(pointer(1, { pointerType: 'pen' }))).toBe(true);
    expect(grasp.takes(pointer(2))).toBe(false);
    expect(grasp.leaves(pointer(1, { pointerType: 'pen' }))).toBe(true);
    expect(grasp.takes(pointer(2))).toBe(true);
  });

  it('can be taken again where a finger went unseen', () => {
    const grasp = new Grasp();
    expect(grasp.takes(pointer(1))).toBe(true);
    expect(grasp.takes(pointer(7))).toBe(true);
    expect(grasp.holds(pointer(1))).toBe(false);
  });
});
