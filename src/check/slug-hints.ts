// A slug that nothing has becomes the end of a message: what has it since a move, or the one that was meant, if one is close.
import { problemMessages } from '../locale/problem-messages.ts';
import { closestHints } from './closest-hints.ts';

/** Sections, topics or dossiers. */
type Slugged = readonly { readonly slug: string; readonly formerly: readonly string[] }[];

/** What gives a sentence with a space before it, or nothing. */
export function slugHints(known: Slugged): (slug: string) => string {
  const present = new Map(known.flatMap(({ slug, formerly }) => formerly.map(old => [old, slug] as const)));
  const closest = closestHints(known.map(({ slug }) => slug));
  return slug => {
    const moved = present.get(slug);
    return moved === undefined ? closest(slug) : problemMessages.movedTo(moved);
  };
}
