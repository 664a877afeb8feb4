import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';

// BASE_PATH lets the same commit be built for a sub-path; SITE_URL gives absolute links (sitemap, oEmbed).
export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // Astro 7's default Markdown engine runs no remark or rehype plugins; this one does.
  markdown: {
    processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }),
  },
  integrations: [mdx()],
});
