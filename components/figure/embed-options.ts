/** What an embed page's address asks for beside the figure's parameters. */
export interface EmbedOptions {
  show: 'all' | 'steps' | 'none';
  /** With keys=off the figure leaves every key to the slide deck around it. */
  keys: boolean;
  /** With motion=off it shows its moments and nothing between. */
  still: boolean;
}

const HEX = /^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

/** Reads them and applies those that concern the page: theme, bg=none or a hex colour, scale (of type and controls, 0.5 to 3). */
export function embedOptions(query: URLSearchParams): EmbedOptions {
  const root = document.documentElement;
  const theme = query.get('theme');
  if (theme === 'light' || theme === 'dark' || theme === 'projector') root.dataset.theme = theme;
  const ground = query.get('bg') ?? '';
  if (ground === 'none' || HEX.test(ground)) {
    const colour = ground === 'none' ? 'transparent' : `#${ground}`;
    root.style.background = colour;
    document.body.style.background = colour;
  }
  const scale = Number(query.get('scale') ?? Number.NaN);
  if (Number.isFinite(scale)) root.style.fontSize = `${Math.min(3, Math.max(0.5, scale)) * 100}%`;
  const controls = query.get('controls');
  return {
    show: controls === 'none' || controls === 'steps' ? controls : 'all',
    keys: query.get('keys') !== 'off',
    still: query.get('motion') === 'off',
  };
}
