import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import rehypeMathML from '@daiji256/rehype-mathml';
import { defineConfig } from 'astro/config';
import remarkMath from 'remark-math';
import { leftOut } from './commands/lib/left-out.mjs';
import { noWaiting } from './commands/lib/no-waiting.mjs';
import { shippedWeights } from './commands/lib/shipped-weights.mjs';
import { typefaces } from './commands/lib/typefaces.mjs';
import { yamlData } from './commands/lib/yaml-data.mjs';
import { codeClasses } from './site/furniture/code-classes.mjs';
import { inlineScript } from './site/furniture/inline-script.mjs';
import { rehypeAsked } from './site/furniture/rehype-asked.mjs';
import { rehypeBase } from './site/furniture/rehype-base.mjs';
import { rehypeKeep } from './site/furniture/rehype-keep.mjs';
import { rehypeNoted } from './site/furniture/rehype-noted.mjs';
import { rehypePrimes } from './site/furniture/rehype-primes.mjs';
import { rehypeTimes } from './site/furniture/rehype-times.mjs';
import { chunks } from './site/integrations/chunks.mjs';
import { leanPages } from './site/integrations/lean-pages.mjs';
import { leanTemplates } from './site/integrations/lean-templates.mjs';
import { offline } from './site/integrations/offline.mjs';
import { search } from './site/integrations/search.mjs';
import { strideless } from './site/integrations/strideless.mjs';
import { takeAlong } from './site/integrations/take-along.mjs';
import { textFirst } from './site/integrations/text-first.mjs';

// BASE_PATH lets the same commit be built for a sub-path; SITE_URL gives absolute links (sitemap, oEmbed).
const base = process.env.BASE_PATH ?? '/';
const published = process.env.SITE_URL;
const site = published ?? 'http://localhost:4321';

/** Of the scripts that stand in a page itself. */
const inlineHashes = ['theme-early', 'scripts-late'].map((name) => {
  const source = readFileSync(new URL(`./site/furniture/${name}.js`, import.meta.url), 'utf8');
  return `sha256-${createHash('sha256').update(inlineScript(source)).digest('base64')}`;
});

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: process.env.OUT_DIR ?? './dist',
  site,
  base,
  trailingSlash: 'always',
  // HTML's own rule for white space: a line break between words stays a space.
  compressHTML: true,
  devToolbar: { enabled: false },
  // A page is drawn as soon as it is there: its styles wait for no second journey. Their hashes stand in the policy below.
  build: { inlineStylesheets: 'always' },
  // Astro 7's default Markdown engine runs no remark or rehype plugins; this one does.
  markdown: {
    processor: unified({
      remarkPlugins: [remarkMath],
      rehypePlugins: [
        rehypeAsked,
        rehypeTimes,
        rehypeMathML,
        rehypePrimes,
        rehypeKeep,
        rehypeNoted,
        [rehypeBase, { base }],
      ],
    }),
    shikiConfig: {
      themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
      defaultColor: false,
      transformers: [codeClasses()],
    },
  },
  integrations: [
    mdx(),
    sitemap({ filter: (page) => !/\/(embed|talk)\//.test(page) }),
    search(),
    textFirst(),
    strideless({ plugins: [yamlData, leftOut, leanTemplates] }),
    takeAlong({ plugins: [yamlData, leftOut], base, site: published }),
    leanPages({ base }),
    // Last: it lists what all the others wrote.
    offline({ base }),
  ],
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      // WebAssembly is compiled by the engine; it needs its own word, which allows no eval of JavaScript.
      scriptDirective: {
        resources: ["'self'", "'wasm-unsafe-eval'"],
        hashes: inlineHashes,
      },
      // Formulas and the code highlighter have style attributes.
      // Attributes alone are let through: style elements still need a hash.
      styleDirective: {
        resources: ["'self'", { resource: "'unsafe-inline'", kind: 'attribute' }],
      },
    },
  },
  vite: {
    plugins: [
      yamlData,
      shippedWeights(),
      await typefaces(root),
      leftOut,
      noWaiting,
      leanTemplates,
      chunks(),
    ],
    // It draws by a program of its own, which can't be bundled.
    ssr: { external: ['@resvg/resvg-js'] },
    // No data: URLs for fonts and scripts: the policy above names no such source.
    build: { assetsInlineLimit: 0 },
    // The engine's worker fetches each back end as a chunk of its own; only modules can.
    worker: { format: 'es' },
  },
});
