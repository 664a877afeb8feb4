import { link } from '../url.ts';
import { onceLoaded } from './loaded.ts';

// After the page is there and quiet, the service worker begins to keep the notebook on the device.
// Not for readers who asked their browser to save data.
const connection = (navigator as { connection?: { saveData?: boolean } }).connection;

/** Where storage is refused, as in some private windows, and in a sandbox, whose very question throws, the notebook needs its network. */
async function keepOnDevice(): Promise<void> {
  try {
    await navigator.serviceWorker.register(link('/sw.js'));
  } catch {
    // It reads as well without.
  }
}

if ('serviceWorker' in navigator && import.meta.env.PROD && !connection?.saveData) {
  onceLoaded(() => setTimeout(keepOnDevice, 4000));
}
