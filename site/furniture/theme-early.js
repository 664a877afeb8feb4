// Runs before the first paint, inline and hashed by the Content-Security-Policy: a late theme would flash.
(() => {
  const root = document.documentElement;
  const themes = ['light', 'dark', 'projector'];
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const asked = (new URLSearchParams(location.search).get('theme') ?? '').trim().toLowerCase();
  let chosen = null;
  try {
    chosen = localStorage.getItem('theme');
  } catch {
    // Storage may be refused, in an iframe for instance: the system's theme holds then.
  }
  const apply = () => {
    const choice = root.dataset.themeChoice;
    root.dataset.theme = themes.includes(choice) ? choice : dark.matches ? 'dark' : 'light';
  };
  root.dataset.themeChoice = ['system', ...themes].includes(asked)
    ? asked
    : themes.includes(chosen)
      ? chosen
      : 'system';
  apply();
  dark.addEventListener('change', apply);
  addEventListener('spd:theme', apply);
  root.classList.add('js');
})();
