// All of the widget that makes sense only with the engine: one chunk, fetched when the engine is asked for.
import { Looker } from './look.ts';
import { renderStage } from './stages.ts';

export { Looker, renderStage };

export interface EnginePart {
  Looker: typeof Looker;
  renderStage: typeof renderStage;
}
