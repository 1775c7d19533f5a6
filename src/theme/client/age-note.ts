// That an article is old, from the day on that it is. Without it: as the build knew it.
import { at } from './clock.ts';

export function ageNote(host: HTMLElement): void {
  at(Date.parse(host.dataset.from!), () => {
    host.hidden = false;
  });
}
