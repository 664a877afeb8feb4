import { Grasp } from '#components/kit/grasp.ts';
import { order as words } from '#content/words/en/bets/order.ts';
import { changed, escaped, type Kind } from '../bet.ts';

export interface OrderSpec {
  kind: 'order';
  /** In the order in which they are offered. */
  items: { name: string; value: number; cell: string }[];
  /** Of the values. */
  unit: string;
}

/** Places in the list as it is offered, best first. */
type Order = number[];

const list = (control: HTMLElement) => control.querySelector<HTMLElement>('ol')!;
const rows = (control: HTMLElement) => [...list(control).children] as HTMLElement[];

/** Best first; equals stay as they are offered. */
function rightOrder({ items }: OrderSpec): Order {
  return items.map((_, i) => i).sort((a, b) => items[b].value - items[a].value);
}

/** Puts things in order: by the two buttons of each, or by dragging it. */
export const order: Kind<OrderSpec, Order> = {
  control: ({ items, unit }) =>
    `<ol class="order">${items
      .map(
        ({ name, value }, i) =>
          `<li data-item="${i}"><span>${escaped(name)}</span><i class="truth">${Math.round(value)} ${escaped(unit)}</i>
<button type="button" data-move="-1" aria-label="${escaped(words.up(name))}">↑</button><button type="button" data-move="1" aria-label="${escaped(words.down(name))}">↓</button></li>`,
      )
      .join('')}</ol>`,
  answer: (spec) =>
    rightOrder(spec)
      .map((i) => spec.items[i].name)
      .join(', '),
  start(control) {
    const grasp = new Grasp();
    let dragged: HTMLElement | undefined;
    control.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-move]');
      const row = button?.closest('li');
      if (!button || !row) return;
      if (button.dataset.move === '1') row.nextElementSibling?.after(row);
      else row.previousElementSibling?.before(row);
      button.focus();
      changed(control);
    });
    control.addEventListener('pointerdown', (event) => {
      if ((event.target as Element).closest('button')) return;
      const row = rows(control).find((row) => row.contains(event.target as Node));
      if (!row || !grasp.takes(event)) return;
      dragged = row;
      control.setPointerCapture(event.pointerId);
    });
    for (const end of ['pointerup', 'pointercancel'] as const)
      control.addEventListener(end, (event) => {
        if (grasp.leaves(event)) dragged = undefined;
      });
    control.addEventListener('pointermove', (event) => {
      if (!dragged || !grasp.holds(event)) return;
      const { clientY } = event;
      const over = rows(control).find((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return clientY > top && clientY < bottom;
      });
      if (!over || over === dragged) return;
      const down = dragged.compareDocumentPosition(over) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (down) over.after(dragged);
      else over.before(dragged);
      changed(control);
    });
  },
  read: (control) => rows(control).map((row) => Number(row.dataset.item)),
  put(control, { items }, value) {
    const all = rows(control);
    const wanted = value ?? items.map((_, i) => i);
    list(control).append(
      ...wanted.map((item) => all.find((row) => row.dataset.item === String(item))!),
    );
  },
  tell(spec, value) {
    const right = rightOrder(spec);
    const hits = right.filter((item, i) => item === value[i]).length;
    const { items } = spec;
    const told = words.told(hits, items.length, items[right[0]].name, items[right.at(-1)!].name);
    return {
      right: hits === items.length,
      said: value.map((i) => items[i].name).join(', '),
      sentence: told,
      marks: value.map((item, i) => ({
        cell: items[item].cell,
        text: words.place(i + 1),
        right: right[i] === item,
      })),
    };
  },
};
