import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Fails every test of a file during which a warning or an error was logged: a chart that warns is drawn wrong. */
export function nothingLogged(): void {
  const spies: ReturnType<typeof vi.spyOn>[] = [];
  beforeEach(() => {
    for (const method of ['warn', 'error'] as const)
      spies.push(vi.spyOn(console, method).mockImplementation(() => {}));
  });
  afterEach(() => {
    const said = spies.flatMap((spy) => spy.mock.calls.map((call) => call.join(' ')));
    for (const spy of spies.splice(0)) spy.mockRestore();
    expect(said, 'a test logged a warning').toEqual([]);
  });
}
