// Makes this page and the next ones light, dark, or as the device is set. Without JavaScript they follow the device.
import { parts } from './element.ts';
import { store } from './storage.ts';

export function themeSwitch(host: HTMLElement): void {
  const { dataset } = document.documentElement;
  const buttons = parts(host, 'button[data-theme]');
  const mark = (): void => {
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(button.dataset.theme === (dataset.theme ?? 'auto')));
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const chosen = button.dataset.theme!;
      if (chosen === 'auto') delete dataset.theme;
      else dataset.theme = chosen;
      store('theme', chosen === 'auto' ? null : chosen);
      mark();
    });
  }
  mark();
}
