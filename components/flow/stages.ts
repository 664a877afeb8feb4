import type { TemplateResult } from 'lit';
import { flowStages } from '#content/words/en/flow-stages.ts';
import type { AnchorPlace } from '#lib/detection/index.ts';
import type { Stage } from './parameters.ts';
import type { Seen } from './seen.ts';
import { anchorsStage } from './stage-anchors.ts';
import { assignmentStage } from './stage-assignment.ts';
import { headStage } from './stage-head.ts';
import { inputStage } from './stage-input.ts';
import { type Choice, mapsStage } from './stage-maps.ts';
import { nmsStage } from './stage-nms.ts';

const words = flowStages;

/** What the reader looks at, and the way to look at something else. */
export interface View {
  place: AnchorPlace;
  choosePlace(place: AnchorPlace): void;
  chosen: Record<'backbone' | 'neck', Choice>;
  chooseMap(which: 'backbone' | 'neck', choice: Choice): void;
  /** Address of the lab. */
  lab: string;
}

/** One stage with its numbers. */
export function renderStage(stage: Stage, seen: Seen, view: View): TemplateResult {
  const { scene, levels, places, seed } = seen;
  const head = { levels, places, place: view.place, choose: view.choosePlace };
  switch (stage) {
    case 'input':
      return inputStage(scene, seed);
    case 'backbone':
    case 'neck':
      return mapsStage(words.maps[stage], {
        maps: seen[stage],
        scene,
        chosen: view.chosen[stage],
        choose: (map, channel) => view.chooseMap(stage, { map, channel }),
      });
    case 'head':
      return headStage(head);
    case 'anchors':
      return anchorsStage(head, scene, seen.candidates);
    case 'assignment':
      return assignmentStage(levels, scene);
    case 'nms':
      return nmsStage(seen, `${view.lab}?seed=${seed}&left=yolov5p&right=yolov5p-spd&third=none`);
  }
}
