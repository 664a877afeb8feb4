import { spoken } from '../spoken.ts';

/** Words of the panel with programs; its summary's are the player's. */
export const panel = spoken('panel', {
  framework: 'Framework',
  program: (framework: string) => `Program in ${framework}`,
  tested:
    'Runs as it stands and prints the numbers of the figure. Our tests run it at many settings.',
  keras:
    'Runs as it stands with Keras 3. Our tests run it with Keras where that is installed, else with stand-ins for the few functions that it calls.',
});
