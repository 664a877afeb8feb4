// The worker of a measurement: boxes are judged in here, away from the page.
import * as Comlink from 'comlink';
import { Measuring } from './measuring.ts';

Comlink.expose(Measuring);
