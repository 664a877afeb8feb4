import type { EngineClient } from '#lib/engine/client.ts';
import { loadCode } from './load-code.ts';

/**
 * The page's one engine. Its code is fetched by the first call: ask only when a widget that needs it is in view.
 *
 * @throws CodeError
 */
export async function engine(): Promise<EngineClient> {
  const [client] = await loadCode(() =>
    Promise.all([import('#lib/engine/client.ts'), import('./fault-words.ts')]),
  );
  return client.engine();
}
