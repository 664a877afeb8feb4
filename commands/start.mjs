// npm start: installs what is missing, builds, and serves the site.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, root } from './lib/machine.mjs';

const port = Number(process.env.PORT ?? 4321);

install();
const status = build();
if (status !== 0 || !existsSync(join(root, 'dist', 'index.html'))) {
  console.error('The build failed; nothing is served.');
  process.exit(status || 1);
}
// Only now: it needs what has just been installed.
const { serve } = await import('./lib/serve.mjs');
try {
  await serve(join(root, 'dist'), { port });
  console.log(`\nStrideless is open on http://localhost:${port} (Ctrl+C ends it).`);
} catch (error) {
  const taken = error.code === 'EADDRINUSE';
  console.error(
    taken ? `Port ${port} is taken: PORT=4400 npm start takes another.` : error.message,
  );
  process.exit(1);
}
