/**
 * Debian's Chromium, without a sandbox (CI is root), without requests of its own, WebGL in software. Pages are painted
 * without the graphics process: through its software renderer each takes half as long again.
 */
export const flags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
  '--disable-gpu-rasterization',
];
