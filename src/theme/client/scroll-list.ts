// Scrolls a horizontal list to its next or previous item. Without JavaScript readers scroll it themselves.

/** The start of each item, in pixels from the start of the first. */
function startsOf(list: HTMLElement): readonly number[] {
  const items = [...list.children] as HTMLElement[];
  return items.map(item => item.offsetLeft - items[0]!.offsetLeft);
}

/** The index of the item whose start is nearest to `scrolled` (pixels). */
export function nearest(starts: readonly number[], scrolled: number): number {
  let best = 0;
  starts.forEach((start, index) => {
    if (Math.abs(start - scrolled) < Math.abs(starts[best]! - scrolled)) best = index;
  });
  return best;
}

/** The index of the item after (`by` 1) or before (-1) the current one. The first item follows the last. */
export function neighbour(present: number, by: 1 | -1, count: number, atEnd: boolean): number {
  return by === 1 && atEnd ? 0 : (present + by + count) % count;
}

export function presentItem(list: HTMLElement): number {
  return nearest(startsOf(list), list.scrollLeft);
}

/** The items to which lists are scrolling. A second press during a scroll then moves on from there, and not from halfway. */
const underWay = new WeakMap<HTMLElement, { readonly index: number; readonly until: number }>();

/** Milliseconds; a smooth scroll takes less. */
const LONGEST_SCROLL = 1000;

/** Scrolls the list, but never the page, to the next (1) or previous (-1) item. */
export function scrollBy(list: HTMLElement, by: 1 | -1): void {
  const starts = startsOf(list);
  if (starts.length < 2) return;
  const way = underWay.get(list);
  const moving = way !== undefined && performance.now() < way.until && way.index < starts.length;
  const scrolled = moving ? starts[way.index]! : list.scrollLeft;
  const present = moving ? way.index : nearest(starts, scrolled);
  const atEnd = scrolled + list.clientWidth >= list.scrollWidth - 1;
  const index = neighbour(present, by, starts.length, atEnd);
  underWay.set(list, { index, until: performance.now() + LONGEST_SCROLL });
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  list.scrollTo({ left: starts[index]!, behavior: calm ? 'instant' : 'smooth' });
}
