// Shows the main articles in turn, with buttons for the next and the previous one. Without JavaScript it is a list to scroll.
import { part } from './element.ts';
import { rotate } from './motion.ts';
import { presentItem, scrollBy } from './scroll-list.ts';

const SECONDS = 8;

export function frontSlideshow(host: HTMLElement): void {
  const list = part(host, '.slides');
  if (!list) return;
  part(host, '.previous')?.addEventListener('click', () => scrollBy(list, -1));
  part(host, '.next')?.addEventListener('click', () => scrollBy(list, 1));
  const position = part(host, '.position');
  if (position) {
    list.addEventListener(
      'scroll',
      () => {
        position.textContent = `${presentItem(list) + 1} / ${list.children.length}`;
      },
      { passive: true },
    );
  }
  rotate(host, 'slideshow', SECONDS, () => scrollBy(list, 1));
}
