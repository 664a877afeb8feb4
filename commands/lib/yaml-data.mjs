import { parse } from 'yaml';

/** For Vite: `import fields from './net.yaml?data'` is the file's content, read when the site is built: the page needs no YAML reader. */
export const yamlData = {
  name: 'yaml-data',
  enforce: 'pre',
  transform(text, id) {
    return id.endsWith('.yaml?data')
      ? { code: `export default ${JSON.stringify(parse(text))}`, map: null }
      : undefined;
  },
};
