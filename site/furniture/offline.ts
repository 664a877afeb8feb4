import { link } from '../url.ts';

// After the page is there and quiet, the service worker begins to keep the notebook on the device.
// Not for readers who asked their browser to save data.
const connection = (navigator as { connection?: { saveData?: boolean } }).connection;
if ('serviceWorker' in navigator && import.meta.env.PROD && !connection?.saveData) {
  addEventListener('load', () => {
    const register = () => navigator.serviceWorker.register(link('/sw.js'));
    // Storage may be refused, as in some private windows: then the notebook needs its network.
    setTimeout(() => register().catch(() => undefined), 4000);
  });
}
