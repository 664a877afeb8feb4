// The detectors in the page: fetched once each, and shown a scene.
import '#components/kit/fault-words.ts';
import { architectures } from '#components/kit/architectures.ts';
import { engine } from '#components/kit/engine-client.ts';
import { absolute } from '#components/kit/in-site.ts';
import {
  type Detector,
  DetectorOwner,
  type DetectorRequest,
  type HoldOptions,
} from '#lib/detector/index.ts';
import { type Roles, type Seen, see, type Variant } from './seen.ts';

const NAMES: Record<Variant, string> = { strided: 'yolov5p', spd: 'yolov5p-spd' };

/** Keeps each detector, once it was fetched. */
export class Looker {
  private readonly owner = new DetectorOwner(engine);
  private readonly loaded = new Map<Variant, Detector>();
  private readonly folder: string;
  private readonly roles: Roles;

  /** @param folder address of the weights, ending in a slash */
  constructor(folder: string, roles: Roles) {
    this.folder = folder;
    this.roles = roles;
  }

  /** @throws EngineError, or CodeError where the engine's code does not arrive */
  async look(variant: Variant, seed: number, options: HoldOptions): Promise<Seen> {
    const others = [...this.loaded].filter(([other]) => other !== variant);
    const wanted = [this.request(variant), ...others.map(([, { request }]) => request)];
    const [detector] = await this.owner.hold(wanted, options);
    this.loaded.set(variant, detector);
    const { signal } = options;
    return see(detector, { variant, seed, roles: this.roles, signal });
  }

  async release(): Promise<void> {
    this.loaded.clear();
    await this.owner.release();
  }

  private request(variant: Variant): DetectorRequest {
    const name = NAMES[variant];
    return {
      architecture: architectures.get(name),
      source: { kind: 'trained', address: absolute(`${this.folder}${name}`) },
    };
  }
}
