// What a reader types in the search field becomes a list of topics, places and headlines to choose from, by mouse or by keyboard.
import type { Suggestions } from '../../search/search-files.ts';
import { wordsIn } from '../../search/words.ts';

/** How many are offered at most. */
const AT_MOST = 8;

export interface Suggestion {
  readonly kind: 'topic' | 'place' | 'title';
  readonly text: string;
  /** null: it is words to search for. */
  readonly url: string | null;
}

/** Topics first, then places, then headlines, newest first: those of which each typed word begins a word. */
export function suggestionsFor(
  typed: string,
  { topics, places, titles }: Suggestions,
): readonly Suggestion[] {
  const beginnings = wordsIn(typed).map(({ word }) => word);
  if (beginnings.length === 0) return [];
  const fits = (text: string): boolean => {
    const words = wordsIn(text).map(({ word }) => word);
    return beginnings.every(beginning => words.some(word => word.startsWith(beginning)));
  };
  const all: readonly Suggestion[] = [
    ...topics.map(([url, text]) => ({ kind: 'topic', text, url }) as const),
    ...places.map(text => ({ kind: 'place', text, url: null }) as const),
    ...titles.map(([url, text]) => ({ kind: 'title', text, url }) as const),
  ];
  const found: Suggestion[] = [];
  for (const suggestion of all) {
    if (found.length === AT_MOST) break;
    if (fits(suggestion.text)) found.push(suggestion);
  }
  return found;
}

/**
 * Makes `input` a combobox of `list` (ARIA Authoring Practices, « Editable Combobox With List Autocomplete »): the focus stays in the field.
 * @param search searches for what is in the field.
 */
export function suggestionList(
  input: HTMLInputElement,
  list: HTMLElement,
  suggestions: () => Promise<Suggestions>,
  search: () => void,
): void {
  let offered: readonly Suggestion[] = [];
  let chosen = -1;
  const close = (): void => {
    list.hidden = true;
    list.replaceChildren();
    offered = [];
    choose(-1);
    input.setAttribute('aria-expanded', 'false');
  };
  const choose = (place: number): void => {
    chosen = place;
    for (const [index, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(index === place));
    const id = list.children[place]?.id;
    if (id) input.setAttribute('aria-activedescendant', id);
    else input.removeAttribute('aria-activedescendant');
  };
  const take = ({ text, url }: Suggestion): void => {
    close();
    if (url !== null) {
      location.assign(url);
      return;
    }
    input.value = text;
    search();
  };
  const offer = async (): Promise<void> => {
    const typed = input.value;
    const known = await suggestions().catch(() => null);
    // The reader has typed on meanwhile, or has gone on.
    if (known === null || typed !== input.value || document.activeElement !== input) return;
    offered = suggestionsFor(typed, known);
    if (offered.length === 0) return close();
    list.replaceChildren(
      ...offered.map((suggestion, place) => optionOf(suggestion, place, list, () => take(suggestion))),
    );
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    choose(-1);
  };
  input.addEventListener('input', () => void offer());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (list.hidden) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      // The field itself is one place of the round.
      const places = offered.length + 1;
      choose(((chosen + 1 + step + places) % places) - 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && chosen !== -1) {
      event.preventDefault();
      take(offered[chosen]!);
    }
  });
  input.form?.addEventListener('submit', close);
}

function optionOf(
  { kind, text }: Suggestion,
  place: number,
  list: HTMLElement,
  take: () => void,
): HTMLElement {
  const option = document.createElement('li');
  option.id = `${list.id}_${place}`;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  const name = document.createElement('span');
  name.className = 'kind';
  name.textContent = list.dataset[kind]!;
  option.append(text, ' ', name);
  // Before the field loses the focus, and with it the list.
  option.addEventListener('pointerdown', event => {
    event.preventDefault();
    take();
  });
  return option;
}
