// Moves what ends from the list of what is under way to that of what is over. Without JavaScript it stays where the last build left it.
import { at } from './clock.ts';
import { part, parts } from './element.ts';

export function endedItems(host: HTMLElement): void {
  const present = part(host, '.present');
  const past = part(host, '.past');
  const over = part(host, '.past [data-items]');
  if (!present || !past || !over) return;
  const none = part(host, '.none');
  for (const item of parts(present, '[data-items] > [data-until]')) {
    at(Date.parse(item.dataset.until!), () => {
      over.prepend(item);
      past.hidden = false;
      present.hidden = part(present, '[data-items] > *') === null;
      if (none) none.hidden = !present.hidden;
    });
  }
}
