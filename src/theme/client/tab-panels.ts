// Sections become panels under tabs (WAI-ARIA Authoring Practices, « Tabs »). Without JavaScript they stay one below the other.
import { part } from './element.ts';

export function tabPanels(host: HTMLElement): void {
  const panels = [...host.children].filter(child => child instanceof HTMLElement);
  // A single section needs no tab.
  if (panels.length < 2) return;
  const list = document.createElement('div');
  list.className = 'tab-list';
  list.setAttribute('role', 'tablist');
  const tabs = panels.map(panel => tabOf(panel));
  list.append(...tabs);

  const show = (chosen: number): void => {
    tabs.forEach((tab, index) => {
      const selected = index === chosen;
      tab.setAttribute('aria-selected', String(selected));
      // The Tab key stops at the selected tab only; arrow keys move between tabs.
      tab.tabIndex = selected ? 0 : -1;
      panels[index]!.hidden = !selected;
    });
  };
  tabs.forEach((tab, index) => {
    tab.addEventListener('click', () => show(index));
  });
  list.addEventListener('keydown', event => {
    const next = tabAfter(event.key, tabs.indexOf(event.target as HTMLButtonElement), tabs.length);
    if (next === null) return;
    event.preventDefault();
    show(next);
    tabs[next]!.focus();
  });
  // The fragment of the address may be the id of an element in another panel than the first.
  const target =
    location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  show(
    Math.max(
      0,
      panels.findIndex(panel => target !== null && panel.contains(target)),
    ),
  );
  host.prepend(list);
}

function tabOf(panel: HTMLElement): HTMLButtonElement {
  const heading = part(panel, 'h2')!;
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.id = `${heading.id}-tab`;
  tab.textContent = heading.dataset.tab ?? heading.textContent;
  tab.setAttribute('role', 'tab');
  panel.id ||= `${heading.id}-panel`;
  tab.setAttribute('aria-controls', panel.id);
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', tab.id);
  heading.classList.add('visually-hidden');
  return tab;
}

/** The index of the tab to which `key` moves from the current tab; null: the key does not move between tabs. */
export function tabAfter(key: string, present: number, count: number): number | null {
  if (key === 'ArrowRight') return (present + 1) % count;
  if (key === 'ArrowLeft') return (present + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
