// The page under test: nothing but the client, within reach of the tests.
import { EngineClient } from '#lib/engine/client.ts';

declare global {
  interface Window {
    client: EngineClient;
  }
}

window.client = new EngineClient();
