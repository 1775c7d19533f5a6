// Writes the viewer's photograph into the page's address and the browser's history.

/** Call it when the viewer opens on the photograph `anchor`. It adds an entry to the history, so that « back » closes the viewer. */
export function enter(anchor: string): void {
  // When the viewer closes, the page must stay at the last photograph. The browser would scroll back to where the reader opened the viewer.
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

/** Call it when the viewer shows another photograph. It adds no entry to the history: one « back » must close the viewer. */
export function move(anchor: string): void {
  history.replaceState(history.state, '', `#${anchor}`);
}

/** Call it when the viewer has closed on the photograph `anchor`. */
export function leave(anchor: string): void {
  // The reader closed the viewer by « back », so the address is right.
  if (location.hash !== `#${anchor}`) return;
  if (history.state?.viewer) history.back();
  // The reader opened the page by an address with a photograph in it; « back » would leave the page.
  else history.replaceState(null, '', location.pathname + location.search);
}
