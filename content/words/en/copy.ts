import { spoken } from '../spoken.ts';

/** Words of buttons that copy. */
export const copying = spoken('copying', {
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy: select the text instead',
});
