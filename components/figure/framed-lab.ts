// A lab that is alone in a frame: it tells the page around how high it is and what it shows, takes other parameters, and
// leaves the deck its keys.
import { ADDRESS_WRITTEN, flushAddress } from '#components/kit/address.ts';
import { parse } from '#components/kit/parse.ts';
import { protocol as words } from '#content/words/en/protocol.ts';
import { type Constrain, type Declaration, serialise, type Values } from '#lib/parameters/index.ts';
import { complain, complainOfNames } from './complain.ts';
import { embedDeclaration, embedOptions, isColour, readEmbedOptions } from './embed-options.ts';
import { pressInLab } from './frame-keys.ts';
import { asData } from './introduction.ts';
import { readMail } from './mailbox.ts';
import { giveFocusBack, hear, tellParent } from './messages.ts';
import { readMessage, VERSION } from './protocol.ts';

/** What a lab takes from its address, and so from a message too. */
interface Terms<D extends Declaration> {
  declaration: D;
  constrain?: Constrain<Values<D>>;
}

const query = () => new URLSearchParams(location.search);
const isOption = (name: string) => Object.hasOwn(embedDeclaration, name);

/** What the address says of the lab. */
const shown = () => Object.fromEntries([...query()].filter(([name]) => !isOption(name)));

/** Looks that a message has asked for: the lab keeps them when it begins anew. */
const dressed = new Map<string, string>();

function obey<D extends Declaration>(data: unknown, terms: Terms<D>): void {
  const message = readMessage(data);
  if (!message) return;
  hear();
  if (message.type === 'start') return;
  if (message.type === 'set') set(message.params, terms);
  else if (message.type === 'get') tellParent({ type: 'change', params: shown() });
  else if (message.type === 'stop') giveFocusBack();
  else complain([message.type === 'wrong' ? message.error : words.noMoments(message.type)]);
}

/**
 * Looks are changed at once; with other parameters the lab begins anew, as by its address. What can't be taken as it was
 * given never reaches the address: the lab would say so to a reader who has asked for nothing.
 */
function set<D extends Declaration>(
  params: Readonly<Record<string, unknown>>,
  { declaration, constrain }: Terms<D>,
): void {
  flushAddress();
  const names = Object.keys(params);
  for (const name of names.filter(isOption)) {
    const { errors } = readEmbedOptions({ [name]: params[name] }, isColour);
    if (errors.length === 0) dressed.set(name, String(params[name]));
    complain(errors);
  }
  const next = query();
  for (const [name, value] of dressed) next.set(name, value);
  embedOptions(next);

  complainOfNames(
    names.filter((name) => !isOption(name)),
    declaration,
  );
  const before = parse(declaration, query(), constrain).values;
  const { values, errors } = parse(declaration, { ...before, ...params }, constrain);
  complain(errors);
  const known = Object.keys(declaration);
  const [now, asked] = [before, values].map((each) => serialise(declaration, each));
  if (known.every((name) => now[name] === asked[name])) return;
  for (const name of known) {
    if (asked[name] === undefined) next.delete(name);
    else next.set(name, asked[name]);
  }
  const address = new URL(location.href);
  address.search = next.toString();
  location.replace(address);
}

/** Takes the looks that the address asks for, and speaks with the page around once the lab's code is there. */
export async function frameLab<D extends Declaration>(terms: Terms<D>): Promise<void> {
  const main = document.querySelector<HTMLElement>('main[data-lab]');
  const lab = [...(main?.children ?? [])].find(({ localName }) => localName.includes('-'));
  if (!main || !lab) return;
  embedOptions(query());
  addEventListener('keydown', pressInLab);
  new ResizeObserver(() => {
    tellParent({ type: 'height', height: Math.ceil(main.getBoundingClientRect().height) });
  }).observe(main);
  addEventListener(ADDRESS_WRITTEN, () => tellParent({ type: 'change', params: shown() }));
  await customElements.whenDefined(lab.localName);
  const name = main.dataset.lab ?? '';
  const parameters = asData(terms.declaration);
  tellParent({ type: 'ready', name, version: VERSION, parameters, params: shown() });
  readMail((data) => obey(data, terms));
}
