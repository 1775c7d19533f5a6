// A list that scrolls sideways, item by item. Without it, readers scroll it themselves.

/** Where each item begins, in pixels from the first. */
function startsOf(list: HTMLElement): readonly number[] {
  const items = [...list.children] as HTMLElement[];
  return items.map(item => item.offsetLeft - items[0]!.offsetLeft);
}

/** The number of the item nearest to `scrolled`. */
export function nearest(starts: readonly number[], scrolled: number): number {
  let best = 0;
  starts.forEach((start, index) => {
    if (Math.abs(start - scrolled) < Math.abs(starts[best]! - scrolled)) best = index;
  });
  return best;
}

/** The item after (`by` 1) or before (-1) the present one; after the last comes the first. */
export function neighbour(present: number, by: 1 | -1, count: number, atEnd: boolean): number {
  return by === 1 && atEnd ? 0 : (present + by + count) % count;
}

export function presentItem(list: HTMLElement): number {
  return nearest(startsOf(list), list.scrollLeft);
}

/** Where lists are on their way to: pressed twice at once, a button goes two items on. */
const underWay = new WeakMap<HTMLElement, { readonly index: number; readonly until: number }>();

/** No smooth scroll takes longer. In ms. */
const LONGEST_SCROLL = 1000;

/** Scrolls the list and never the page. */
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
