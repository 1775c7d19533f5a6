// Replaces data that has become too old by a notice. Without JavaScript the data stays, with its date and hour.
import { at } from './clock.ts';
import { parts } from './element.ts';

export function freshUntil(host: HTMLElement): void {
  at(Date.parse(host.dataset.until!), () => {
    for (const fresh of parts(host, '.fresh')) fresh.hidden = true;
    for (const stale of parts(host, '.stale')) stale.hidden = false;
  });
}
