// Whether what articles are signed with is a name, or else the identifier of an author whom the site has.
import type { References } from '../article/read-references.ts';
import { SLUG_PATTERN } from '../article/slug.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Site } from '../site/site.ts';
import type { EntryCheck } from './entry-problem.ts';
import { slugHints } from './slug-hints.ts';

/** Nobody's name has a hyphen and no capital; initials, in small letters, have no hyphen. */
function isIdentifier(signature: string): boolean {
  return signature.includes('-') && SLUG_PATTERN.test(signature);
}

export function authorCheck({
  authors,
}: Pick<Site, 'authors'>): EntryCheck<Pick<References, 'file' | 'authors'>> {
  const known = new Set(authors.map(({ slug }) => slug));
  const hintFor = slugHints(authors);
  const judged = new Map<string, boolean>();
  const isUnknown = (signature: string): boolean => {
    const before = judged.get(signature);
    if (before !== undefined) return before;
    const unknown = isIdentifier(signature) && !known.has(signature);
    judged.set(signature, unknown);
    return unknown;
  };
  return (entry, report) => {
    for (const [index, signature] of entry.authors.entries()) {
      if (!isUnknown(signature)) continue;
      const message = problemMessages.unknownAuthor(signature, hintFor(signature));
      report({ entry, path: ['authors', index], rule: 'unknown-author', message });
    }
  };
}
