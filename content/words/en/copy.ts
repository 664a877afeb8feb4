/** Words of buttons that copy. */
export const copying = {
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy: select the text instead',
};
