// The page under test: nothing but the client and what is built on it, within reach of the tests.
import { DetectorOwner, networkInput } from '#lib/detector/index.ts';
import { EngineClient } from '#lib/engine/client.ts';
import { parseArchitecture } from '#lib/model/architecture.ts';
import { random } from '#lib/random/index.ts';

declare global {
  interface Window {
    client: EngineClient;
    parts: typeof parts;
    /** The whole address of a file beside this page. */
    at: (file: string) => string;
  }
}

const parts = { DetectorOwner, networkInput, parseArchitecture, random };

window.client = new EngineClient();
window.parts = parts;
window.at = (file) => new URL(file, document.baseURI).href;
