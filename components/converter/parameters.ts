import { converter } from '#content/words/en/converter.ts';
import { orderTable } from '#content/words/en/orders.ts';
import type { Conversion } from '#lib/convert/index.ts';
import type { Declaration, Values } from '#lib/parameters/index.ts';
import { type ChannelOrder, channelOrders } from '#lib/spd/index.ts';

const words = converter;
const orders = channelOrders.map((value) => ({ value, label: orderTable.names[value] }));

/** What the reader sets in the converter. */
export const declaration = {
  kind: {
    kind: 'choice',
    label: words.kind,
    default: 'reorder',
    options: [
      { value: 'reorder', label: words.kinds.reorder },
      { value: 'to-strided', label: words.kinds['to-strided'] },
      { value: 'to-spd', label: words.kinds['to-spd'] },
    ],
  },
  block: { kind: 'integer', label: words.block, min: 2, max: 4, default: 2 },
  order: { kind: 'choice', label: words.order, default: 'spd', options: orders },
  to: { kind: 'choice', label: words.to, default: 'tensorflow', options: orders },
  padding: {
    kind: 'integer',
    label: words.padding,
    min: 0,
    max: 4,
    default: 1,
    help: words.paddingHelp,
  },
} as const satisfies Declaration;

export type ConverterValues = Values<typeof declaration>;

/** The parameters that mean something for the kind of conversion, with their labels. */
export function declarationFor({ kind }: ConverterValues): Declaration {
  const { block, order, to, padding } = declaration;
  if (kind === 'reorder')
    return { kind: declaration.kind, block, order: { ...order, label: words.from }, to };
  if (kind === 'to-strided') return { kind: declaration.kind, block, order };
  return { kind: declaration.kind, block, order, padding };
}

export function conversionOf({ kind, block, order, to, padding }: ConverterValues): Conversion {
  const from = order as ChannelOrder;
  if (kind === 'reorder') return { kind, block, from, to: to as ChannelOrder };
  if (kind === 'to-strided') return { kind, block, order: from };
  return { kind: 'to-spd', block, order: from, padding };
}
