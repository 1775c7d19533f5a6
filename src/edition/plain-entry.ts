// An entry of whatever kind to one of plain fields, some of them others.
import type { Entry, ReadEntry } from './entry.ts';

/** All that an entry says, brought now: `{ ...entry }` would copy nothing of one whose fields are getters. */
export function plainEntry(entry: ReadEntry): ReadEntry {
  return {
    file: entry.file,
    folder: entry.folder,
    slug: entry.slug,
    section: entry.section,
    date: entry.date,
    day: entry.day,
    from: entry.from,
    expires: entry.expires,
    changed: entry.changed,
    draft: entry.draft,
    authors: entry.authors,
    topics: entry.topics,
    dossiers: entry.dossiers,
    flash: entry.flash,
    pick: entry.pick,
    priority: entry.priority,
    aliases: entry.aliases,
    id: entry.id,
    withdrawn: entry.withdrawn,
    translations: entry.translations,
    comments: entry.comments,
    media: entry.media,
    map: entry.map,
    links: entry.links,
    articleHash: entry.articleHash,
    cardHash: entry.cardHash,
    linkHash: entry.linkHash,
    addressHash: entry.addressHash,
    bodyHash: entry.bodyHash,
  };
}

/** A plain entry with some fields of its own. */
export function withFields<Of extends ReadEntry, Fields extends object>(
  entry: Of,
  fields: Fields,
): Of & Fields {
  const { absence } = entry as Pick<Entry, 'absence'>;
  // The fields of `Of` are those of an entry and its absence, and these are all here.
  return {
    ...plainEntry(entry),
    ...(absence !== undefined && { absence }),
    ...fields,
  } as unknown as Of & Fields;
}
