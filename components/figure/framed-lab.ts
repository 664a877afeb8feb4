// A lab that is alone in a frame: it tells the page around how high it is and what it shows, takes other parameters, and
// leaves the deck its keys.
import { ADDRESS_WRITTEN } from '#components/kit/address.ts';
import { protocol as words } from '#content/words/en/protocol.ts';
import { embedDeclaration, embedOptions } from './embed-options.ts';
import { pressInLab } from './frame-keys.ts';
import { readMail } from './mailbox.ts';
import { giveFocusBack, hear, tellParent } from './messages.ts';
import { readMessage, VERSION } from './protocol.ts';

const query = () => new URLSearchParams(location.search);
const isOption = (name: string) => Object.hasOwn(embedDeclaration, name);

/** What the address says of the lab. */
const shown = () => Object.fromEntries([...query()].filter(([name]) => !isOption(name)));

function obey(data: unknown): void {
  const message = readMessage(data);
  if (!message) return;
  hear();
  if (message.type === 'start') return;
  if (message.type === 'set') set(message.params);
  else if (message.type === 'get') tellParent({ type: 'change', params: shown() });
  else if (message.type === 'stop') giveFocusBack();
  else {
    const error = message.type === 'wrong' ? message.error : words.noMoments(message.type);
    tellParent({ type: 'error', message: error });
  }
}

/** Looks are changed at once; with other parameters the lab begins anew, as by its address. */
function set(params: Readonly<Record<string, unknown>>): void {
  const next = query();
  for (const [name, value] of Object.entries(params)) next.set(name, String(value));
  const asked = Object.keys(params).filter((name) => !isOption(name));
  if (asked.every((name) => next.get(name) === query().get(name))) {
    for (const message of embedOptions(next).errors) tellParent({ type: 'error', message });
    return;
  }
  const address = new URL(location.href);
  address.search = next.toString();
  location.replace(address);
}

/** Takes the looks that the address asks for, and speaks with the page around once the lab's code is there. */
export async function frameLab(name: string, main: HTMLElement, lab: string): Promise<void> {
  embedOptions(query());
  addEventListener('keydown', pressInLab);
  new ResizeObserver(() => {
    tellParent({ type: 'height', height: Math.ceil(main.getBoundingClientRect().height) });
  }).observe(main);
  addEventListener(ADDRESS_WRITTEN, () => tellParent({ type: 'change', params: shown() }));
  await customElements.whenDefined(lab);
  tellParent({ type: 'ready', name, version: VERSION, params: shown() });
  readMail(obey);
}
