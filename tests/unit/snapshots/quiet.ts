import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Fails every test of a file during which a warning or an error was logged: a chart that warns is drawn wrong. */
export function nothingLogged(): void {
  const said: string[] = [];
  const log = (...parts: unknown[]) => void said.push(parts.join(' '));
  beforeEach(() => {
    said.length = 0;
    vi.spyOn(console, 'warn').mockImplementation(log);
    vi.spyOn(console, 'error').mockImplementation(log);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    expect(said, 'a test logged a warning').toEqual([]);
  });
}
