// A slug that nothing has becomes the end of a message: what has it since a move, or the one that was meant, or all there are.
import { problemMessages } from '../locale/problem-messages.ts';
import { closestHints } from './closest-hints.ts';

/** Sections, topics or dossiers. */
type Slugged = readonly { readonly slug: string; readonly formerly: readonly string[] }[];

/** More would make a message of no end; the file that holds them is named anyway. */
const MOST_LISTED = 12;

/** What gives a sentence with a space before it, or nothing. */
export function slugHints(known: Slugged): (slug: string) => string {
  const present = new Map(known.flatMap(({ slug, formerly }) => formerly.map(old => [old, slug] as const)));
  const closest = closestHints(known.map(({ slug }) => slug));
  const slugs = known.map(({ slug }) => slug).sort();
  const all = slugs.length === 0 ? '' : problemMessages.thereAre(slugs.slice(0, MOST_LISTED), slugs.length);
  return slug => {
    const moved = present.get(slug);
    return moved === undefined ? closest(slug) || all : problemMessages.movedTo(moved);
  };
}
