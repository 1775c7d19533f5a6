// Puts a part of the furniture, fetched once a visit, in the place of a link to it: the place is as large. Without JavaScript, or when nothing
// comes, the link stays.
import { now } from './clock.ts';
import { part, parts } from './element.ts';
import { contentOf, fragment } from './fragment.ts';

export function livePart(host: HTMLElement): void {
  const { source = '', piece = '' } = host.dataset;
  void fragment(source).then(text => {
    // What a host, or a network that wants a password, gives instead has no such element.
    const found = text === null ? null : part(contentOf(text), piece);
    if (found && !isOver(found)) host.replaceWith(found);
  });
}

/** Weather that is too old, or a ticker whose flashes have all ended. */
function isOver(found: HTMLElement): boolean {
  const dated = 'until' in found.dataset ? [found] : parts(found, '[data-until]');
  return dated.every(({ dataset }) => Date.parse(dataset.until!) <= now());
}
