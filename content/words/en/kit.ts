import { spoken } from '../spoken.ts';

/** Words that several widgets share: progress, faults, ways on. */
export const kit = spoken('kit', {
  working: 'Working…',
  stop: 'Stop',
  stopped: 'Stopped.',
  retry: 'Try again',
  reload: 'Reload the page',
  faults: {
    unexpected:
      'Something went wrong here that this page did not expect. Trying again may help; the rest of the page goes on working.',
  },
  experiments: 'Three experiments to begin with',
  renewed: 'The site has been renewed since this page was opened. Reload it to read the new one.',
  code: {
    loading: 'Fetching the code of this part…',
    never: 'The code of this part has not arrived. Reload the page to try again.',
    slow: (seconds: number) =>
      `The code of this part has not arrived after ${seconds} seconds. It may still come: try again in a moment, or reload the page.`,
    offline:
      'The code of this part could not be fetched, since there is no connection to the site. Try again when there is, or reload the page.',
    missing:
      'The code of this part could not be fetched. Try again; if that does not help, reload the page.',
    changed:
      'The site has been renewed since this page was opened, and the code of this part is no longer there. Reload the page to go on.',
  },
});
