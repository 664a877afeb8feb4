/// <reference types="astro/client" />

// The plain TypeScript compiler does not read .astro files; `astro check` does, and knows their real types.
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}

// An architecture file as plain data (commands/lib/yaml-data.mjs).
declare module '*.yaml?data' {
  const fields: Record<string, unknown>;
  export default fields;
}
