import { shorten } from '#lib/parameters/shorten.ts';

/**
 * `<theme-switch unknown="…">`: the reader's theme, kept on the device. The early script applies it before the first
 * paint. `unknown` is the sentence on an address that names a theme that there is not, {theme} being what it names.
 */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    if (!select) return;
    // A reader may have chosen before this code was there.
    if (select.selectedIndex > 0) this.choose(select.value);
    select.value = document.documentElement.dataset.themeChoice ?? 'system';
    const asked = new URLSearchParams(location.search).get('theme');
    const themes = [...select.options].map(({ value }) => value);
    const said = this.querySelector('[role=status]');
    if (said && asked !== null && !themes.includes(asked.trim().toLowerCase()))
      said.textContent =
        this.getAttribute('unknown')?.replace('{theme}', () => shorten(asked)) ?? '';
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
