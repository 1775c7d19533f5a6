// What moves by itself, and stops for whoever reads it, presses the button or wants no motion. Without it, nothing moves.
import { part } from './element.ts';
import { store, stored } from './storage.ts';

/**
 * Calls `step` every `seconds` while the reader has nothing against it. The choice made by the button of `host` is kept
 * under `key` until the browser is closed.
 */
export function rotate(host: HTMLElement, key: string, seconds: number, step: () => void): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const button = part<HTMLButtonElement>(host, 'button.pause');
  // A press counts more than the device's setting: whoever presses « play » asks for motion.
  let asked = stored(key, 'sessionStorage');
  const moves = (): boolean => (asked ? asked === 'play' : !calm.matches);
  const show = (): void => {
    if (button) label(button, moves());
  };
  button?.addEventListener('click', () => {
    asked = moves() ? 'pause' : 'play';
    store(key, asked, 'sessionStorage');
    show();
  });
  calm.addEventListener('change', () => {
    asked = null;
    show();
  });
  show();
  setInterval(() => {
    if (moves() && !document.hidden && !isInUse(host, button)) step();
  }, seconds * 1000);
}

/** Under the pointer or the keyboard. The button itself is not read, so motion goes on as soon as it is pressed. */
function isInUse(host: HTMLElement, button: HTMLElement | null): boolean {
  const hovered = host.matches(':hover') && !button?.matches(':hover');
  return hovered || (host.matches(':focus-within') && document.activeElement !== button);
}

/** The name says what a press does, so it is no pressed or unpressed button besides. */
function label(button: HTMLButtonElement, moves: boolean): void {
  button.removeAttribute('aria-pressed');
  const { pause = '', play = '' } = button.dataset;
  const name = part(button, '.visually-hidden');
  if (name) name.textContent = moves ? pause : play;
  const use = button.querySelector('use');
  const href = use?.getAttribute('href') ?? '';
  use?.setAttribute('href', href.replace(/#.*/, moves ? '#pause-fill' : '#play-fill'));
}
