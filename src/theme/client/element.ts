// A name and what to do with each element of that name, to a custom element. Without it, elements are plain HTML.

/** `enliven` is called once for each element, when it stands in the page with all that it contains. */
export function define(name: string, enliven: (host: HTMLElement) => void): void {
  const known = new WeakSet<HTMLElement>();
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback(): void {
        // Moved to another place, an element is connected again.
        if (known.has(this)) return;
        known.add(this);
        enliven(this);
      }
    },
  );
}

/** The first element below `host` that a selector finds. */
export function part<Found extends HTMLElement = HTMLElement>(
  host: ParentNode,
  selector: string,
): Found | null {
  return host.querySelector<Found>(selector);
}

export function parts<Found extends HTMLElement = HTMLElement>(
  host: ParentNode,
  selector: string,
): readonly Found[] {
  return [...host.querySelectorAll<Found>(selector)];
}
