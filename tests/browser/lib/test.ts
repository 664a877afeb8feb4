import { test as plain } from '@playwright/test';

export { expect } from '@playwright/test';

/** A page on which any console error, uncaught exception, policy violation or request to another host fails the test. */
export const test = plain.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page, baseURL }, use) => {
      const complaints: string[] = [];
      const home = new URL(baseURL ?? '').origin;
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== home)
          complaints.push(`foreign: ${request.url()}`);
      });
      await use(complaints);
      plain.expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
