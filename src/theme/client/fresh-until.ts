// Replaces data that has become too old by a notice, and the form of a poll by the word that it is closed. Without JavaScript the data stays, with its date and hour.
import { at } from './clock.ts';
import { parts } from './element.ts';

export function freshUntil(host: HTMLElement): void {
  const { until } = host.dataset;
  // What the newsroom chose does not age.
  if (until === undefined) return;
  at(Date.parse(until), () => {
    for (const fresh of parts(host, '.fresh')) fresh.hidden = true;
    for (const stale of parts(host, '.stale')) stale.hidden = false;
  });
}
