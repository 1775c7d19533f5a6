// The content of a site whose data cannot be read becomes the problems that each file has by itself, so that one run shows all.

import { UNKNOWN_PLACE } from '../../address/site-place.ts';
import type { ContentSource } from '../../content/content-source.ts';
import type { Problem } from '../../problem/problem.ts';
import { editorialFiles, readEditorialPages } from '../../site/read-editorial-pages.ts';
import { contentIds } from './content-ids.ts';
import { readArticleFile } from './read-articles.ts';
import { filesOfUnknown, readThreads } from './read-comments.ts';
import { walkContent } from './walk-content.ts';

const NOTHING_RESERVED: ReadonlySet<string> = new Set();

/**
 * What a section or an address has to do with other files stays unknown.
 * @param timeZone IANA name; any will do when the site's is unknown, since a date without an offset is compared with others of the same kind.
 */
export function problemsWithoutSite(source: ContentSource, timeZone: string): readonly Problem[] {
  const settings = { algorithm: source.algorithm, timeZone, place: UNKNOWN_PLACE };
  const found = walkContent(source);
  const ids = contentIds(source, null);
  const all = new Set(found.files);
  source.prefetch([...found.files, ...filesOfUnknown(found.comments, null, ids), ...editorialFiles(source)]);
  const ofArticles = found.files.flatMap(file => {
    const read = readArticleFile({ file, bytes: source.placeOf(file), id: null, knownId: null }, settings);
    return read.outcome === 'faulty' ? read.problems : [];
  });
  const { problems: ofComments } = readThreads(found, file => all.has(file), { source, timeZone }, null, ids);
  const { problems: ofPages } = readEditorialPages(
    source,
    { sections: [], ...UNKNOWN_PLACE },
    NOTHING_RESERVED,
  );
  return [...found.problems, ...ofArticles, ...ofComments, ...ofPages];
}
