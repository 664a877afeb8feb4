// The true boxes that a reader draws on a picture of their own.
import type { Frame } from '#components/kit/picture/picture.ts';
import type { Box, Truth } from '#lib/detection/index.ts';
import type { Command } from '../commands.ts';

/** A true box; its place in shares of the whole picture: it stays on its object at every resolution and crop. */
export interface DrawnBox extends Box {
  id: string;
  /** Its class, as the reader named it: the detectors chosen later may not know it. */
  kind: string;
}

/** Pixels of what is looked at. */
export interface Extent {
  width: number;
  height: number;
}

/** A drawn box as it lies in what is looked at, pixels. */
export interface SeenBox extends Box {
  id: string;
  /** One of the classes that the detectors know. */
  kind: string;
}

/** A box that can be taken hold of, pixels of the picture. */
export interface HeldBox extends Box {
  id: string;
  /** What it is called. */
  label: string;
}

/** What a reader does to a box. */
export interface BoxHandled {
  /** Null: a new one is drawn, which `gesture` names. */
  id: string | null;
  box?: Box;
  command?: Command;
  /** Steps of one gesture are one step to take back. */
  gesture?: string;
}

/** Where a share of the whole picture lies in what is looked at, pixels; it may reach beyond. */
export function toPixels(box: Box, frame: Frame, { width, height }: Extent): Box {
  return {
    x: ((box.x - frame.x) / frame.width) * width,
    y: ((box.y - frame.y) / frame.height) * height,
    width: (box.width / frame.width) * width,
    height: (box.height / frame.height) * height,
  };
}

/** The share of the whole picture that a box in what is looked at is. */
export function toShares(box: Box, frame: Frame, { width, height }: Extent): Box {
  return {
    x: frame.x + (box.x / width) * frame.width,
    y: frame.y + (box.y / height) * frame.height,
    width: (box.width / width) * frame.width,
    height: (box.height / height) * frame.height,
  };
}

/** The nearest box in a picture: each side at least `least` pixels, all of it inside. */
export function inside(box: Box, extent: Extent, least = 1): Box {
  const width = Math.min(Math.max(box.width, least), extent.width);
  const height = Math.min(Math.max(box.height, least), extent.height);
  return {
    x: Math.min(Math.max(box.x, 0), extent.width - width),
    y: Math.min(Math.max(box.y, 0), extent.height - height),
    width,
    height,
  };
}

/**
 * The boxes of which more than half is to be seen, cut to what is to be seen.
 *
 * @param classes that the detectors know; a box of another counts as the first
 */
export function seenIn(
  boxes: readonly DrawnBox[],
  classes: readonly string[],
  frame: Frame,
  extent: Extent,
): SeenBox[] {
  return boxes.flatMap(({ id, kind: named, ...shares }) => {
    const kind = classes.includes(named) ? named : classes[0];
    const box = toPixels(shares, frame, extent);
    const left = Math.max(box.x, 0);
    const top = Math.max(box.y, 0);
    const width = Math.min(box.x + box.width, extent.width) - left;
    const height = Math.min(box.y + box.height, extent.height) - top;
    const isSeen = width > 0 && height > 0 && width * height > (box.width * box.height) / 2;
    return isSeen ? [{ id, kind, x: left, y: top, width, height }] : [];
  });
}

/** What the detectors are judged by. */
export function truthsOf(seen: readonly SeenBox[], classes: readonly string[]): Truth[] {
  return seen.map(({ kind, x, y, width, height }) => ({
    ...{ x, y, width, height },
    classIndex: classes.indexOf(kind),
  }));
}

/** What a command makes of a box, pixels; null where it is no matter of its place. */
export function commanded({ x, y, width, height }: Box, command: Command): Box | null {
  switch (command.do) {
    case 'move':
      return { x: x + command.dx, y: y + command.dy, width, height };
    case 'stretch':
      return { x, y, width: width + command.dx, height: height + command.dy };
    case 'resize': {
      const { by } = command;
      return { x: x - by / 2, y: y - by / 2, width: width + by, height: height + by };
    }
    default:
      return null;
  }
}
