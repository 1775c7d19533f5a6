// Names with a page each to an index of them from A to Z: on one page while they are few, on a page a letter once they are many.
import { letterUrl } from '../../address/addresses.ts';
import { slugify } from '../../article/slug.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { Link, PeriodLink } from '../views.ts';

/** A reader runs through so many; a new article makes no more than one such page anew for each of its names. */
const ON_ONE_PAGE = 200;
/** What the first page shows once letters have pages of their own. */
const FULLEST = 60;

/** The names under one letter, or under another heading. */
export interface NameGroup {
  readonly heading: string;
  /** What links within the page lead to: `lettre_a`. */
  readonly anchor: string;
  readonly names: readonly PeriodLink[];
}

/** What one page of the index shows. */
export interface IndexPage {
  readonly url: string;
  /** null: the first page. */
  readonly letter: string | null;
  /** The way to each letter; empty: there is one letter, or none. */
  readonly letters: readonly Link[];
  readonly groups: readonly NameGroup[];
}

/** The pages of the index at `url`, the first one always. `names` are in any order. */
export function indexPages(url: string, names: readonly PeriodLink[]): readonly IndexPage[] {
  const groups = byLetter(names);
  if (names.length <= ON_ONE_PAGE) {
    const letters = groups.map(({ heading, anchor }) => ({ url: `#${anchor}`, text: heading }));
    return [{ url, letter: null, letters: letters.length > 1 ? letters : [], groups }];
  }
  const letters = groups.map(({ heading, key }) => ({ url: letterUrl(url, key), text: heading }));
  const fullest = { heading: pageWords.fullest, anchor: 'les_plus_fournis', names: fullestOf(names) };
  return [
    { url, letter: null, letters, groups: [fullest] },
    ...groups.map((group, index) => ({
      url: letters[index]!.url,
      letter: group.heading,
      letters,
      groups: [group],
    })),
  ];
}

interface LetterGroup extends NameGroup {
  /** Part of an address. */
  readonly key: string;
}

/** A to Z, then figures, then what begins with neither. */
function byLetter(names: readonly PeriodLink[]): readonly LetterGroup[] {
  const sorted = names
    .map(name => ({ name, folded: slugify(name.text) }))
    .sort(
      (a, b) => rankOf(a.folded) - rankOf(b.folded) || order(a.folded, b.folded) || byUrl(a.name, b.name),
    );
  const groups = Map.groupBy(sorted, ({ folded }) => keyOf(folded));
  return [...groups].map(([key, ofKey]) => ({
    key,
    heading: HEADINGS[key] ?? key.toUpperCase(),
    anchor: `lettre_${key}`,
    names: ofKey.map(({ name }) => name),
  }));
}

const HEADINGS: Readonly<Record<string, string>> = {
  '0-9': pageWords.figures,
  autres: pageWords.otherLetters,
};

function keyOf(folded: string): string {
  if (folded === '') return 'autres';
  return /^\d/.test(folded) ? '0-9' : folded[0]!;
}

function rankOf(folded: string): number {
  if (folded === '') return 2;
  return /^\d/.test(folded) ? 1 : 0;
}

function fullestOf(names: readonly PeriodLink[]): readonly PeriodLink[] {
  return names.toSorted((a, b) => b.count - a.count || byUrl(a, b)).slice(0, FULLEST);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** No two names have one address, so that the order is total. */
function byUrl(a: Link, b: Link): number {
  return order(a.url, b.url);
}
