// What the notebook's own code takes for granted of its page, and another page need not have.

/** In another page a root element has another size of type: here a rem is what the element says. */
export function ownRem(source) {
  return source.replaceAll(
    /(?<![\w.#-])(-?\d*\.?\d+)rem\b/g,
    (_, number) => `calc(${number} * var(--rem, 16px))`,
  );
}

/** Elements of the player, whose names the page, or the notebook itself, may have given to others. */
const INNER = /\b(?:spd-)?(answer-status|lazy-part|code|own-picture)\b(?!-|\.ts)/g;

export function ownNames(source) {
  return source.replaceAll(INNER, (whole, name) =>
    whole === 'code' ? whole : `strideless-${name}`,
  );
}

/** Lit counts its versions in variables of the page, and keeps there what decorators say, of which we have none. */
export function noGlobals(source) {
  return source
    .replaceAll(/\(\w+\.\w+Versions\s*\?\?=\s*\[\]\)\.push\("[\d.]+"\)/g, '0')
    .replaceAll(
      /Symbol\.metadata\s*\?\?=[^,]*,\s*\w+\.litPropertyMetadata\s*\?\?=\s*new WeakMap/g,
      '0',
    )
    .replaceAll('this[Symbol.metadata]', 'null');
}

/** A policy of the page that forbids style attributes still lets a script set styles. */
export function noStyleAttributes(source) {
  return source.replaceAll(".attr('style',", ".property('style',");
}

const TOKEN = /(--[\w-]+):\s*(#[0-9a-f]{6});/g;

function block(css, selector) {
  const at = css.indexOf(selector);
  if (at < 0) throw new Error(`tokens.css has no ${selector}`);
  return css.slice(css.indexOf('{', at) + 1, css.indexOf('}', at));
}

/**
 * The design tokens for an element's own box, `.home`. Where no theme is asked for, each colour follows the colour scheme
 * that the page has there.
 */
export function tokensOf(css) {
  const dark = new Map(
    [...block(css, ':root[data-theme="dark"]').matchAll(TOKEN)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
  const both = block(css, ':root[data-theme="light"]').replaceAll(
    TOKEN,
    (_, name, value) => `${name}: light-dark(${value}, ${dark.get(name)});`,
  );
  const themed = css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    // Of a page without its script.
    .replaceAll(/@media[^{]*\{[^{}]*\{[^}]*\}\s*\}/g, '')
    .replaceAll(
      /font-size:\s*([\d.]+)%;/g,
      (_, percent) => `--rem: calc(${percent} * 0.16px * var(--scale, 1));`,
    )
    .replaceAll(':root', '.home');
  const system = both.replace(/color-scheme:[^;]*;/, '');
  return `.home { --rem: calc(16px * var(--scale, 1)); ${system} }\n${themed.replace(/\.home,\s*\.home\[/, '.home[')}`;
}

/** The style sheet of the shadow root, of the design tokens and its own sheets. */
export function guestStyles(tokens, ...own) {
  // The box sets everything back, so what it is comes first, and the tokens, which it needs, after it.
  return [...own, tokensOf(tokens)]
    .join('\n')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
