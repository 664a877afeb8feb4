import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import postcss from 'postcss';
import { filesOf } from './files.mjs';

/** Pictures of so many letters stand in files of their own: in text they can't be packed, and keep it waiting. */
const MOST_LETTERS = 300;
const PICTURE = /(?<= (?:href|src)=")data:image\/png;base64,([\w+/]+=*)(?=")/g;
const STYLE = /(?<=<style>).*?(?=<\/style>)/gs;

const sha256 = (text) => createHash('sha256').update(text).digest('base64');

/** Classes that scripts give to what they make in a chapter; tests/unit/site/lean-pages.test.ts finds them in the code. */
export const MADE = ['arrival', 'code', 'copy', 'guess', 'js', 'term-card', 'veil'];
/** It says where a rule holds, not of what it is. */
const PLACE = 'prose';

/** Which of Astro's scopes, custom elements and classes stand in a page; no classes where scripts of others make some. */
function namesOf(page) {
  const all = (pattern) => [...page.matchAll(pattern)].map(([, name]) => name);
  const scopes = new Set(all(/ (data-astro-cid-\w+)/g));
  const elements = new Set(all(/<([a-z]+(?:-[a-z]+)+)/g));
  if (!page.includes('data-chapter')) return { scopes, elements };
  const written = all(/ class="?([^">]+)/g).flatMap((list) => list.split(/\s+/));
  return { scopes, elements, classes: new Set([...MADE, ...written]) };
}

/**
 * Whether a selector asks for what this page can't have: a component or a custom element that doesn't stand in it, or
 * anything of a thing that doesn't, by the first class. Further ones may come with an answer. Scripts make no component and
 * no element: the site's own elements keep their parts in a shadow root.
 */
function isIdle(selector, { scopes, elements, classes }) {
  // What is excluded, or one of several, need not be there.
  const asked = selector.replaceAll(/:(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)/g, '');
  const all = (pattern) => [...asked.matchAll(pattern)].map(([, name]) => name);
  const thing = all(/\.([\w-]+)/g).find((name) => name !== PLACE);
  return (
    all(/\[(data-astro-cid-\w+)\]/g).some((name) => !scopes.has(name)) ||
    all(/(?:^|[\s>+~])([a-z]+(?:-[a-z]+)+)/g).some((name) => !elements.has(name)) ||
    (classes && thing && !classes.has(thing))
  );
}

/** A sheet without the rules that nothing in the page can follow. */
export function leanSheet(sheet, names) {
  const root = postcss.parse(sheet);
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test(rule.parent.name)) return;
    const kept = rule.selectors.filter((selector) => !isIdle(selector, names));
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  });
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  return root.toString();
}

/**
 * A page with its styles made lean and its larger pictures named in place of given.
 *
 * @param {string} page
 * @param {(bytes: Buffer) => string} [nameOf] gives the address of a picture, bytes of a PNG file; without it pictures stay in the page
 */
export function leanPage(page, nameOf) {
  const names = namesOf(page.replaceAll(STYLE, ''));
  const hashes = new Map();
  const styled = page.replaceAll(STYLE, (sheet) => {
    const lean = leanSheet(sheet, names);
    hashes.set(`'sha256-${sha256(sheet)}'`, `'sha256-${sha256(lean)}'`);
    return lean;
  });
  const allowed = [...hashes].reduce((text, [old, now]) => text.replaceAll(old, () => now), styled);
  if (!nameOf) return allowed;
  return allowed.replaceAll(PICTURE, (whole, letters) =>
    letters.length < MOST_LETTERS ? whole : nameOf(Buffer.from(letters, 'base64')),
  );
}

/** Takes out of each page what it carries for others. A page in somebody's frame keeps its picture: it shows nothing else. */
export function leanPages({ base }) {
  const scope = base.replace(/\/?$/, '/');
  return {
    name: 'lean-pages',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const nameOf = (bytes) => {
          const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
          const name = `_astro/picture.${hash}.png`;
          writeFileSync(root + name, bytes);
          return scope + name;
        };
        let saved = 0;
        for (const file of filesOf(root).filter((name) => name.endsWith('.html'))) {
          const page = readFileSync(root + file, 'utf8');
          const lean = leanPage(page, file.startsWith('embed/') ? undefined : nameOf);
          saved += page.length - lean.length;
          if (lean !== page) writeFileSync(root + file, lean);
        }
        logger.info(`${Math.round(saved / 1000)} kB taken out of the pages`);
      },
    },
  };
}
