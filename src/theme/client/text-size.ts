// Makes the text larger or smaller, on this page and the next ones. Without JavaScript the browser's own setting does it.
import { part } from './element.ts';
import { store } from './storage.ts';

const SMALLEST = -1;
const LARGEST = 3;

export function textSize(host: HTMLElement): void {
  const { dataset } = document.documentElement;
  const present = (): number => Number(dataset.textSize ?? 0);
  const buttons = [
    [part(host, '.smaller'), -1, SMALLEST],
    [part(host, '.larger'), 1, LARGEST],
  ] as const;
  // The buttons get `aria-disabled` and not `disabled`, since a disabled button loses the keyboard focus.
  const mark = (): void => {
    for (const [button, , end] of buttons) button?.setAttribute('aria-disabled', String(present() === end));
  };
  for (const [button, by, end] of buttons) {
    button?.addEventListener('click', () => {
      if (present() === end) return;
      const size = present() + by;
      if (size === 0) delete dataset.textSize;
      else dataset.textSize = String(size);
      store('text-size', size === 0 ? null : String(size));
      mark();
    });
  }
  mark();
}
