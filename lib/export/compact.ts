// A drawing that nobody will point at or redraw, in fewer bytes: what looks the same is said once. For posters and charts.

/** Attributes that matter only to a pointer, or to the next draw. */
const IDLE = ['pointer-events', 'cursor', 'data-cell', 'data-layer'];
/** Attributes that a group hands on to what stands in it. */
const INHERITED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'font-size',
  'font-family',
  'font-weight',
  'text-anchor',
];
const GEOMETRY = ['x', 'y', 'width', 'height', 'x1', 'y1', 'x2', 'y2', 'd', 'transform'];
/** Two decimals are enough for a coordinate. */
const round = (value: number) => Math.round(value * 100) / 100;

/** An HTML document writes the names of parsed elements in capitals. */
const tagOf = (element: Element) => element.tagName.toLowerCase();

interface Shape {
  path: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Shapes that share all attributes but their place. */
interface Bucket {
  element: Element;
  key: string;
  shapes: Shape[];
  /** Where two of them overlap, one path would look different. */
  mindsOverlap: boolean;
}

/**
 * Leaves away what can't be seen, makes one path of shapes that differ in nothing but their place, and says once on a
 * group what all its members have. The element is changed; what it looks like is not.
 */
export function compact(svg: Element): void {
  for (const element of [...svg.querySelectorAll('*')].reverse()) {
    for (const name of IDLE) element.removeAttribute(name);
    const isEmpty = tagOf(element) === 'g' && element.children.length === 0;
    const isUnseen = [
      ['opacity', '0'],
      ['visibility', 'hidden'],
    ].some(([name, value]) => element.getAttribute(name) === value);
    if (isEmpty || isUnseen) element.remove();
  }
  for (const text of svg.querySelectorAll('text')) place(text);
  for (const parent of [svg, ...svg.querySelectorAll('g')]) merge(parent);
  for (const parent of [...svg.querySelectorAll('g')].reverse()) hoist(parent);
}

/** A text that is moved by px, and then by a part of its size, says so by its own attributes. */
function place(text: Element): void {
  const moved = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/.exec(text.getAttribute('transform') ?? '');
  const below = text.getAttribute('y') ?? '';
  const isPlain = !text.hasAttribute('x') && !text.hasAttribute('dy') && text.children.length === 0;
  if (!moved || !isPlain || !/^(-?[\d.]+em)?$/.test(below)) return;
  text.removeAttribute('transform');
  text.setAttribute('x', moved[1]);
  text.setAttribute('y', moved[2]);
  if (below !== '') text.setAttribute('dy', below);
}

/** Puts each shape into the last bucket of its kind, if nothing that was painted since stands in its way. */
function merge(parent: Element): void {
  const all: Bucket[] = [];
  let open: Bucket[] = [];
  for (const element of [...parent.children]) {
    const shape = shapeOf(element);
    if (!shape) {
      open = [];
      continue;
    }
    const key = keyOf(element);
    const at = open.findLastIndex((bucket) => bucket.key === key);
    const bucket = open[at];
    const inTheWay = open.slice(bucket?.mindsOverlap ? at : at + 1);
    if (bucket && !inTheWay.some(({ shapes }) => shapes.some((other) => meet(shape, other)))) {
      bucket.shapes.push(shape);
      element.remove();
      continue;
    }
    const found = { element, key, shapes: [shape], mindsOverlap: mindsOverlap(element) };
    open.push(found);
    all.push(found);
  }
  for (const { element, shapes } of all)
    if (shapes.length > 1 || tagOf(element) === 'rect') becomePath(element, shapes);
}

function becomePath(element: Element, shapes: readonly Shape[]): void {
  const path = element.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'path');
  for (const name of element.getAttributeNames().filter((name) => !GEOMETRY.includes(name)))
    path.setAttribute(name, element.getAttribute(name) ?? '');
  path.setAttribute('d', chained(shapes.map(({ path: part }) => part)));
  element.replaceWith(path);
}

/** Behind a closed part the pen stands at its start: the way from there has fewer letters than the place. */
function chained(parts: readonly string[]): string {
  let pen: readonly [number, number] | undefined;
  return parts
    .map((part) => {
      const start = /^M(-?[\d.]+)[ ,](-?[\d.]+)/.exec(part);
      if (!start) return part;
      const at = [Number(start[1]), Number(start[2])] as const;
      const way = pen && `m${round(at[0] - pen[0])} ${round(at[1] - pen[1])}`;
      pen = /z$/i.test(part) ? at : undefined;
      return way && way.length < start[0].length ? way + part.slice(start[0].length) : part;
    })
    .join('');
}

/** What must agree: all but the place. A line has no inside, a rectangle may have one. */
function keyOf(element: Element): string {
  const names = element.getAttributeNames().filter((name) => !GEOMETRY.includes(name));
  const said = names.sort().map((name) => `${name}=${element.getAttribute(name)}`);
  return [tagOf(element) === 'line' ? 'line' : 'area', ...said].join(' ');
}

/** One path of overlapping parts shows them once where two would show through each other, or cancel. */
function mindsOverlap(element: Element): boolean {
  const says = (name: string) => element.getAttribute(name) ?? '';
  const paint = `${says('fill')} ${says('stroke')}`;
  const isClear = ['opacity', 'fill-opacity', 'stroke-opacity'].some((name) => says(name) !== '');
  const hasBoth = says('fill') !== 'none' && says('stroke') !== '';
  const isArea = tagOf(element) === 'path' && says('fill') !== 'none';
  return isClear || hasBoth || isArea || /rgba|hsla|color-mix|transparent|oklch/.test(paint);
}

/** Undefined for what is not made of straight lines, or stands where its attributes do not say. */
function shapeOf(element: Element): Shape | undefined {
  if (element.children.length > 0 || element.hasAttribute('rx')) return undefined;
  const moved = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/.exec(
    element.getAttribute('transform') ?? '',
  );
  if ((element.hasAttribute('transform') && !moved) || /url\(/.test(element.outerHTML))
    return undefined;
  const [dx, dy] = moved ? [Number(moved[1]), Number(moved[2])] : [0, 0];
  const of = (name: string) => Number(element.getAttribute(name) ?? 0);
  const half = strokeWidth(element) / 2;
  const around = (path: string, xs: number[], ys: number[]): Shape | undefined => {
    const all = [...xs, ...ys];
    if (all.length === 0 || !all.every(Number.isFinite)) return undefined;
    return {
      path,
      left: Math.min(...xs) - half,
      top: Math.min(...ys) - half,
      right: Math.max(...xs) + half,
      bottom: Math.max(...ys) + half,
    };
  };
  if (tagOf(element) === 'rect') {
    const [x, y] = [round(of('x') + dx), round(of('y') + dy)];
    const [width, height] = [round(of('width')), round(of('height'))];
    const path = `M${x} ${y}h${width}v${height}h${-width}z`;
    return around(path, [x, x + width], [y, y + height]);
  }
  if (tagOf(element) === 'line') {
    const [x1, y1, x2, y2] = [of('x1') + dx, of('y1') + dy, of('x2') + dx, of('y2') + dy];
    return around(`M${x1} ${y1}L${x2} ${y2}`, [x1, x2], [y1, y2]);
  }
  if (tagOf(element) === 'path') return ofPath(element.getAttribute('d') ?? '', dx, dy, around);
  return undefined;
}

/** Of the element or of the groups around it; 0 where nothing strokes it. */
function strokeWidth(element: Element): number {
  const nearest = (name: string) => element.closest(`[${name}]`)?.getAttribute(name);
  if ((nearest('stroke') ?? 'none') === 'none') return 0;
  return Number(nearest('stroke-width') ?? 1);
}

/** Only absolute straight commands: M, L, H, V, Z. Moved by so many px. */
function ofPath(
  d: string,
  dx: number,
  dy: number,
  around: (path: string, xs: number[], ys: number[]) => Shape | undefined,
): Shape | undefined {
  if (!/^M[\d\s.,MLHVZ-]*$/.test(d)) return undefined;
  const xs: number[] = [];
  const ys: number[] = [];
  let path = '';
  for (const [, command, rest] of d.matchAll(/([MLHVZ])([^MLHVZ]*)/g)) {
    const values = (rest.match(/-?[\d.]+/g) ?? []).map((value, i) => {
      const isAcross = command === 'H' || (command !== 'V' && i % 2 === 0);
      const at = round(Number(value) + (isAcross ? dx : dy));
      (isAcross ? xs : ys).push(at);
      return at;
    });
    path += command + values.join(' ');
  }
  return around(path, xs, ys);
}

function meet(a: Shape, b: Shape): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** An attribute that all members have moves to the group, with the value that most of them have. */
function hoist(group: Element): void {
  const members = [...group.children];
  if (members.length < 2) return;
  for (const name of INHERITED) {
    const values = members.map((member) => member.getAttribute(name));
    if (values.includes(null)) continue;
    const often = new Map<string, number>();
    for (const value of values as string[]) often.set(value, (often.get(value) ?? 0) + 1);
    const [most, times] = [...often].reduce((a, b) => (b[1] > a[1] ? b : a));
    if (times < 2) continue;
    group.setAttribute(name, most);
    for (const member of members)
      if (member.getAttribute(name) === most) member.removeAttribute(name);
  }
}
