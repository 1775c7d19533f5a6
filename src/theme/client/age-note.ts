// Shows the note that an article is old from the instant at which it becomes so. Without JavaScript the last build decides.
import { at } from './clock.ts';

export function ageNote(host: HTMLElement): void {
  at(Date.parse(host.dataset.from!), () => {
    host.hidden = false;
  });
}
