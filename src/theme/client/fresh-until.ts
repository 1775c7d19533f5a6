// What is too old gives way to a notice that says so. Without it, the hour of the reading stands beside it.
import { at } from './clock.ts';
import { parts } from './element.ts';

export function freshUntil(host: HTMLElement): void {
  at(Date.parse(host.dataset.until!), () => {
    for (const fresh of parts(host, '.fresh')) fresh.hidden = true;
    for (const stale of parts(host, '.stale')) stale.hidden = false;
  });
}
