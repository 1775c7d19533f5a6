// Shows the flashes in turn, removes each at its end, and has new ones come. Without JavaScript they are a list to scroll.
import { at } from './clock.ts';
import { part, parts } from './element.ts';
import { rotate } from './motion.ts';
import { scrollBy } from './scroll-list.ts';
import { hideTicker, refreshTicker } from './ticker-refresh.ts';

const SECONDS = 6;

export function newsTicker(host: HTMLElement): void {
  const list = part(host, '.ticker-items');
  if (!list) return;
  const button = part(host, '.pause');
  for (const item of parts(list, '[data-until]')) {
    at(Date.parse(item.dataset.until!), () => {
      item.remove();
      const { length } = list.children;
      if (length === 0) hideTicker(host);
      // One flash does not move.
      if (button) button.hidden = length < 2;
    });
  }
  rotate(host, 'ticker', SECONDS, () => scrollBy(list, 1));
  refreshTicker(host);
}
