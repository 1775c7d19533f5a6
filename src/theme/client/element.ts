// A name and a function become a custom element. Without JavaScript the elements are plain HTML.

/** Calls the function once for each element of that name, when the element is in the page with all that it contains. */
export function define(name: string, enliven: (host: HTMLElement) => void): void {
  const known = new WeakSet<HTMLElement>();
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback(): void {
        // The browser calls this again when an element moves within the page.
        if (known.has(this)) return;
        known.add(this);
        enliven(this);
      }
    },
  );
}

/** The first element within `host` that matches `selector`. */
export function part<Found extends HTMLElement = HTMLElement>(
  host: ParentNode,
  selector: string,
): Found | null {
  return host.querySelector<Found>(selector);
}

/** All elements within `host` that match `selector`. */
export function parts<Found extends HTMLElement = HTMLElement>(
  host: ParentNode,
  selector: string,
): readonly Found[] {
  return [...host.querySelectorAll<Found>(selector)];
}
