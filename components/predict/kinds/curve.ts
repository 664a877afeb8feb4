import { Grasp } from '#components/kit/grasp.ts';
import { ticksOf } from '#components/kit/ticks.ts';
import { curve as words } from '#content/words/en/bets/curve.ts';
import { changed, escaped, type Kind } from '../bet.ts';

export interface CurveSpec {
  kind: 'curve';
  /** What is laid along the line, and its name. */
  xs: number[];
  x: string;
  /** How each point is called, and its short name, where the number along the line is not enough. */
  names?: string[];
  short?: string[];
  /** The line is logarithmic; else its points stand equally far apart. */
  log?: boolean;
  /** A curve that is known, drawn beside the guess. */
  beside?: { name: string; xs: number[]; ys: number[] };
  /** Of the values. */
  y: string;
  unit: string;
  min: number;
  max: number;
  truth: number[];
  /** How far a right guess may be off, on average; a twelfth of what is shown where nothing is said. */
  near?: number;
}

/** The drawing, px. */
const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM, RIGHT] = [520, 274, 52, 32, 58, 16];
const px = (v: number) => v.toFixed(1);

const across = (spec: CurveSpec, i: number) => LEFT + (WIDTH - LEFT - RIGHT) * placeOf(spec, i);

/** Place of a point along the line, 0 to 1. */
function placeOf({ xs, log, beside }: CurveSpec, i: number, x = xs[i]): number {
  if (!log) return i / (xs.length - 1);
  const all = [...xs, ...(beside?.xs ?? [])];
  const [first, last] = [Math.min(...all), Math.max(...all)];
  return Math.log(x / first) / Math.log(last / first);
}
const down = ({ min, max }: CurveSpec, v: number) =>
  HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * (v - min)) / (max - min);

const path = (spec: CurveSpec, ys: readonly number[]) =>
  `M${ys.map((y, i) => `${px(across(spec, i))},${px(down(spec, y))}`).join('L')}`;

/** The curve that is known, with its name towards its end. */
function known(spec: CurveSpec): string {
  if (!spec.beside) return '';
  const { name, xs, ys } = spec.beside;
  const points = xs.map((x, i) => [
    px(LEFT + (WIDTH - LEFT - RIGHT) * placeOf(spec, i, x)),
    px(down(spec, ys[i])),
  ]);
  const [x, y] = points.at(-2)!.map(Number);
  const dots = points.map(([cx, cy]) => `<circle class="beside" cx="${cx}" cy="${cy}" r="4" />`);
  return `<path class="beside" d="M${points.join('L')}" />${dots.join('')}<text class="beside" x="${x - 8}" y="${y - 8}" text-anchor="end">${escaped(name)}</text>`;
}

const nameOf = ({ names, x, xs }: CurveSpec, i: number) => names?.[i] ?? words.knot(x, xs[i]);

const knobs = (control: HTMLElement) => [...control.querySelectorAll<SVGElement>('[role=slider]')];

function middle({ xs, min, max }: CurveSpec): number[] {
  return xs.map(() => (min + max) / 2);
}

function draw(control: HTMLElement, spec: CurveSpec, ys: readonly number[]): void {
  control.querySelector('.guess')!.setAttribute('d', path(spec, ys));
  knobs(control).forEach((knob, i) => {
    knob.setAttribute('cy', px(down(spec, ys[i])));
    knob.setAttribute('aria-valuenow', String(ys[i]));
    knob.setAttribute('aria-valuetext', `${ys[i]} ${spec.unit}`);
  });
}

const values = (control: HTMLElement) =>
  knobs(control).map((knob) => Number(knob.getAttribute('aria-valuenow')));

/** A curve dragged by its knots. The real one is drawn over it once the bet is made. */
export const curve: Kind<CurveSpec, number[]> = {
  control(spec) {
    const { xs, x, y, min, max, unit, truth, short } = spec;
    const start = middle(spec);
    const ticks = ticksOf(spec).map(
      (v) =>
        `<path class="grid" d="M${LEFT},${px(down(spec, v))}H${WIDTH - RIGHT}" /><text x="${LEFT - 18}" y="${px(down(spec, v) + 4)}" text-anchor="end">${v}</text>`,
    );
    // The last of them would hang out of the drawing.
    const places = xs.map((v, i) => {
      const [at, anchor] =
        short && i === xs.length - 1 ? [WIDTH, 'end'] : [across(spec, i), 'middle'];
      return `<text x="${px(at)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="${anchor}">${short?.[i] ?? v}</text>`;
    });
    const knots = xs.map(
      (_, i) =>
        `<circle role="slider" tabindex="0" aria-label="${escaped(nameOf(spec, i))}" aria-valuemin="${min}" aria-valuemax="${max}" aria-valuenow="${start[i]}" aria-valuetext="${start[i]} ${escaped(unit)}" cx="${px(across(spec, i))}" cy="${px(down(spec, start[i]))}" r="9" />`,
    );
    return `<svg class="curve" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="${escaped(y)}">
<text x="0" y="16">${escaped(y)}</text>${ticks.join('')}${places.join('')}<text x="${WIDTH - RIGHT}" y="${HEIGHT - 4}" text-anchor="end">${escaped(x)}</text>${known(spec)}
<path class="truth" d="${path(spec, truth)}" /><path class="guess" d="${path(spec, start)}" />${knots.join('')}</svg>`;
  },
  answer: ({ xs, names, truth, unit }) => {
    if (names) return xs.map((_, i) => words.point(names[i], `${truth[i]} ${unit}`)).join(', ');
    // All points stand in the chart; in words their ends and the highest of them are enough.
    const at = (i: number) => ({ x: xs[i], y: truth[i] });
    return words.course(at(0), at(truth.indexOf(Math.max(...truth))), at(xs.length - 1), unit);
  },
  start(control, spec) {
    const svg = control.querySelector<SVGSVGElement>('svg')!;
    const { min, max } = spec;
    const move = (i: number, to: number) => {
      const ys = values(control);
      ys[i] = Math.min(max, Math.max(min, Math.round(to)));
      svg.dataset.moved = '';
      draw(control, spec, ys);
      changed(control);
    };
    const grasp = new Grasp();
    let held = -1;
    const follow = ({ clientX, clientY }: PointerEvent) => {
      const { y } = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM()?.inverse());
      const place = (HEIGHT - BOTTOM - y) / (HEIGHT - TOP - BOTTOM);
      move(held, min + place * (max - min));
    };
    svg.addEventListener('pointerdown', (event) => {
      const knob = knobs(control).indexOf(event.target as SVGElement);
      if (knob < 0 || !grasp.takes(event)) return;
      held = knob;
      svg.setPointerCapture(event.pointerId);
      event.preventDefault();
      knobs(control)[held].focus();
    });
    svg.addEventListener('pointermove', (event) => grasp.holds(event) && follow(event));
    // A finger that draws does not scroll: `touch-action` alone is not enough within an SVG.
    svg.addEventListener('touchmove', (event) => held >= 0 && event.preventDefault());
    for (const end of ['pointerup', 'pointercancel'])
      svg.addEventListener(end, (event) => {
        if (grasp.leaves(event as PointerEvent)) held = -1;
      });
    svg.addEventListener('keydown', (event) => {
      const i = knobs(control).indexOf(event.target as SVGElement);
      const step = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }[event.key];
      if (i < 0 || step === undefined) return;
      event.preventDefault();
      move(i, values(control)[i] + step);
    });
  },
  unset: words.unset,
  read: (control) =>
    control.querySelector<SVGElement>('svg')?.dataset.moved === undefined
      ? undefined
      : values(control),
  put(control, spec, ys) {
    const svg = control.querySelector<SVGElement>('svg')!;
    if (ys) svg.dataset.moved = '';
    else delete svg.dataset.moved;
    draw(control, spec, ys ?? middle(spec));
  },
  tell({ xs, truth, unit, min, max, near = (max - min) / 12 }, ys) {
    const off = truth.map((y, i) => Math.abs(y - ys[i]));
    const mean = off.reduce((sum, each) => sum + each, 0) / off.length;
    return {
      right: mean < near,
      said: words.said,
      sentence: words.told(`${mean.toFixed(1)} ${unit}`),
      places: [{ line: xs.map((x, i) => [x, ys[i]] as const) }],
    };
  },
};
