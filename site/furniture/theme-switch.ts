/** `<theme-switch>`: the reader's theme, kept on the device. The early script applies it before the first paint. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    if (!select) return;
    select.value = document.documentElement.dataset.themeChoice ?? 'system';
    select.addEventListener('change', () => this.choose(select.value));
  }

  private choose(theme: string): void {
    document.documentElement.dataset.themeChoice = theme;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // Storage refused: the choice holds for this page.
    }
    dispatchEvent(new Event('spd:theme'));
  }
}

customElements.define('theme-switch', ThemeSwitch);
