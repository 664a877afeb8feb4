/** Applies what an embed page's address asks for beside the figure's parameters; returns which controls to show. */
export function embedOptions(query: URLSearchParams): 'all' | 'steps' | 'none' {
  const theme = query.get('theme');
  if (theme === 'light' || theme === 'dark' || theme === 'projector')
    document.documentElement.dataset.theme = theme;
  if (query.get('bg') === 'none') {
    document.documentElement.style.background = 'transparent';
    document.body.style.background = 'transparent';
  }
  const controls = query.get('controls');
  return controls === 'none' || controls === 'steps' ? controls : 'all';
}
