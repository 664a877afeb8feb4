// The worker of the stacks: condition numbers take a second or two.
import * as Comlink from 'comlink';
import { firmnessOf } from './rebuilding.ts';

const api = { firmness: firmnessOf };

export type FirmnessApi = typeof api;

Comlink.expose(api);
