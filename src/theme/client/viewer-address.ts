// Which photograph is shown on the whole screen, in the page's address and in the browser's history.

/** The viewer opens, and is a step of the history: « back » leads out of it. */
export function enter(anchor: string): void {
  // After that step the page stays where the viewer leaves it: at the photograph seen last, not where the first was opened.
  history.scrollRestoration = 'manual';
  history.pushState({ viewer: true }, '', `#${anchor}`);
  addEventListener(
    'hashchange',
    () => {
      history.scrollRestoration = 'auto';
    },
    { once: true },
  );
}

/** Another photograph: no step of its own, or « back » would have to be pressed once for each that was seen. */
export function move(anchor: string): void {
  history.replaceState(history.state, '', `#${anchor}`);
}

/** The viewer has closed on the photograph `anchor`. */
export function leave(anchor: string): void {
  // « Back » has done it already.
  if (location.hash !== `#${anchor}`) return;
  if (history.state?.viewer) history.back();
  // The reader came by an address with a photograph in it: « back » leads to another page.
  else history.replaceState(null, '', location.pathname + location.search);
}
