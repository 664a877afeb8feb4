// Messages of the page around that come before the figure's code does. An embed page loads this at once, and alone.

/** Of a page that talks and talks to a figure that never comes, the latest. */
const MOST = 100;

const waiting: unknown[] = [];
let reader: ((data: unknown) => void) | undefined;

addEventListener('message', (event) => {
  if (event.source !== window.parent) return;
  if (reader) return reader(event.data);
  waiting.push(event.data);
  if (waiting.length > MOST) waiting.shift();
});

/** From now on every message goes to `read`, first those that have been waiting, in their order. */
export function readMail(read: (data: unknown) => void): void {
  reader = read;
  for (const data of waiting.splice(0)) read(data);
}
