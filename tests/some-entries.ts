// The fields of entries that a test is about to whole entries, by the months of their days.
import type { Entry } from '../src/edition/entry.ts';
import { type MonthsOfEntries, monthsOfEntries } from '../src/edition/months-of-entries.ts';
import { hashNumber } from '../src/hash/hash.ts';

/** Without a file it has one of its slug, and without a date the one at noon (UTC) of its day. */
export function someEntry(fields: Partial<Entry>): Entry {
  const { slug = 'port', day = '2014-05-20', file = `articles/${day}/${slug}.md` } = fields;
  const date = fields.date ?? Date.parse(`${day}T12:00:00Z`);
  return {
    file,
    folder: file.slice(0, Math.max(0, file.lastIndexOf('/'))),
    slug,
    section: 'chine',
    date,
    day,
    from: date,
    expires: null,
    changed: null,
    draft: false,
    authors: [],
    topics: [],
    dossiers: [],
    flash: null,
    pick: false,
    priority: 0,
    aliases: [],
    id: null,
    withdrawn: null,
    translations: [],
    comments: 'open',
    media: [],
    map: null,
    links: [],
    articleHash: hashNumber(file + JSON.stringify(fields)),
    cardHash: 1,
    linkHash: 1,
    addressHash: 1,
    bodyHash: 1,
    ...fields,
  };
}

/** Months are those of UTC. */
export function monthsOf(entries: Iterable<Entry>): MonthsOfEntries {
  return monthsOfEntries(entries, instant => new Date(instant).toISOString().slice(0, 7));
}
