// Repeats a step while the reader neither reads the element nor has stopped it nor prefers reduced motion.
// Without JavaScript nothing moves by itself.
import { part } from './element.ts';
import { store, stored } from './storage.ts';

/**
 * Calls `step` every `seconds` seconds while motion is allowed. The reader allows or stops it by the button in `host`; the
 * browser stores that choice under `key` until the reader closes it.
 */
export function rotate(host: HTMLElement, key: string, seconds: number, step: () => void): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const button = part<HTMLButtonElement>(host, 'button.pause');
  // The button overrules the device's setting, since a reader who presses « play » wants motion.
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
  const timer = setInterval(() => {
    // Another ticker has taken its place.
    if (!host.isConnected) clearInterval(timer);
    else if (moves() && !document.hidden && !isInUse(host, button)) step();
  }, seconds * 1000);
}

/** Whether the pointer or the keyboard focus is in `host`. The button does not count, so that motion starts as soon as one presses it. */
export function isInUse(host: HTMLElement, button: HTMLElement | null): boolean {
  const hovered = host.matches(':hover') && !button?.matches(':hover');
  return hovered || (host.matches(':focus-within') && document.activeElement !== button);
}

/** The button's name says what a press does, so the button must not have a pressed state as well. */
function label(button: HTMLButtonElement, moves: boolean): void {
  button.removeAttribute('aria-pressed');
  const { pause = '', play = '' } = button.dataset;
  const name = part(button, '.visually-hidden');
  if (name) name.textContent = moves ? pause : play;
  const use = button.querySelector('use');
  const href = use?.getAttribute('href') ?? '';
  use?.setAttribute('href', href.replace(/#.*/, moves ? '#pause-fill' : '#play-fill'));
}
