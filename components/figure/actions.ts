import type { OwnPicture } from '#components/kit/own-picture.ts';
import type { AnyFigure } from '#lib/figures/index.ts';
import type { Picture } from '#lib/files/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import type { Dismissed } from './dismiss.ts';
import type { LateCells } from './late-cells.ts';
import type { Playback } from './playback.ts';
import { PANELS, type Panel, type PlayerActions } from './state.ts';

const dismissal = () => import('./dismiss.ts');

/** What the actions change. */
export interface Acted extends Dismissed {
  readonly figure: AnyFigure | undefined;
  readonly values: AnyValues;
  highlight: string | undefined;
  exploring: boolean;
  grid: string;
  picture: Picture | undefined;
  opened: ReadonlySet<Panel>;
  set(params: Readonly<Record<string, unknown>>): void;
  /** Where the reader chooses a picture; its code may not be there yet. */
  readonly chooser: OwnPicture | null;
}

/** What the parts of a player may ask of it. */
export function actionsOf(player: Acted, playback: Playback, cells: LateCells): PlayerActions {
  const actions: PlayerActions = {
    play: () => playback.play(),
    pause: () => playback.pause(),
    toggle: () => playback.toggle(),
    ended: () => playback.t >= 1 && !playback.playing,
    step: (direction) => playback.step(direction),
    goTo: (t) => playback.goTo(t),
    setSpeed: (speed) => {
      playback.speed = speed;
    },
    set: (params) => player.set(params),
    withCells: (act) => cells.ask(act),
    light: (cell) => {
      player.highlight = cell;
    },
    explore: (on, grid) => {
      player.exploring = on;
      player.grid = grid;
    },
    pick: (cell) => {
      if (!cell) return false;
      let picked = false;
      actions.withCells(({ pick }) => {
        if (!pick) return;
        picked = true;
        player.set(pick(player.values, cell));
        if (player.exploring) player.highlight = cell;
      });
      return picked;
    },
    open: (panel, on) => {
      player.opened = new Set(
        PANELS.filter((one) => (one === panel ? on : player.opened.has(one))),
      );
      // What closes it from outside comes with the first that is opened; its own button does without.
      if (on) dismissal().then(({ dismiss }) => dismiss(player), console.error);
    },
    takePicture: (picture) => {
      player.picture = picture;
    },
    takesFiles: () => player.chooser !== null,
    giveFile: (file) => {
      const { chooser } = player;
      // There it is said what becomes of it, and its code is fetched.
      actions.open('more', true);
      void customElements.whenDefined('spd-own-picture').then(() => chooser?.take(file));
    },
  };
  return actions;
}
