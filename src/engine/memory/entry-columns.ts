// Entries to a table by columns and back: what is kept of 100,000 is then read in a third of the time that rows take.
import type { EntryFacts } from '../../edition/entry.ts';

/** No path below the content folder has two slashes in a row. */
const BETWEEN_FILES = '//';

/** Plain JSON data. Every list of numbers goes by the order of the files. */
export interface EntryColumns {
  readonly files: string;
  /** Days, slugs and authors that entries name, each once; other columns give their places in it. */
  readonly words: readonly string[];
  readonly dates: readonly number[];
  readonly days: readonly number[];
  readonly sections: readonly number[];
  readonly topics: readonly (readonly number[])[];
  readonly authors: readonly (readonly number[])[];
  /** Of each article. */
  readonly hashes: readonly number[];
  /** What few entries have, by the entry's place. */
  readonly rare: readonly (readonly [number, RareFields])[];
}

type RareFields = Partial<
  Pick<
    EntryFacts,
    | 'from'
    | 'expires'
    | 'changed'
    | 'draft'
    | 'dossiers'
    | 'flash'
    | 'pick'
    | 'priority'
    | 'aliases'
    | 'id'
    | 'withdrawn'
    | 'translations'
    | 'comments'
    | 'media'
    | 'map'
    | 'links'
  >
>;

export function packEntries(entries: readonly EntryFacts[]): EntryColumns {
  const words = new Map<string, number>();
  const placeOf = (word: string): number => {
    const known = words.get(word);
    if (known !== undefined) return known;
    words.set(word, words.size);
    return words.size - 1;
  };
  const rare: [number, RareFields][] = [];
  entries.forEach((entry, place) => {
    const fields = rareFields(entry);
    if (fields !== null) rare.push([place, fields]);
  });
  return {
    files: entries.map(({ file }) => file).join(BETWEEN_FILES),
    dates: entries.map(({ date }) => date),
    days: entries.map(({ day }) => placeOf(day)),
    sections: entries.map(({ section }) => placeOf(section)),
    topics: entries.map(({ topics }) => topics.map(placeOf)),
    authors: entries.map(({ authors }) => authors.map(placeOf)),
    hashes: entries.map(({ articleHash }) => articleHash),
    rare,
    words: [...words.keys()],
  };
}

function rareFields({
  date,
  from,
  expires,
  changed,
  draft,
  dossiers,
  flash,
  pick,
  priority,
  aliases,
  id,
  withdrawn,
  translations,
  comments,
  media,
  map,
  links,
}: EntryFacts): RareFields | null {
  const fields: RareFields = {
    ...(from !== date && { from }),
    ...(expires !== null && { expires }),
    ...(changed !== null && { changed }),
    ...(draft && { draft }),
    ...(dossiers.length > 0 && { dossiers }),
    ...(flash !== null && { flash }),
    ...(pick && { pick }),
    ...(priority !== 0 && { priority }),
    ...(aliases.length > 0 && { aliases }),
    ...(id !== null && { id }),
    ...(withdrawn !== null && { withdrawn }),
    ...(translations.length > 0 && { translations }),
    ...(comments !== 'open' && { comments }),
    ...(media.length > 0 && { media }),
    ...(map !== null && { map }),
    ...(links.length > 0 && { links }),
  };
  return Object.keys(fields).length === 0 ? null : fields;
}

const NONE: readonly never[] = [];

/** The entries that `packEntries` was given, in their order. */
export function unpackEntries<Unpacked>(
  columns: EntryColumns,
  make: (facts: EntryFacts) => Unpacked,
): Unpacked[] {
  const { words, dates, days, sections, topics, authors, hashes } = columns;
  if (dates.length === 0) return [];
  const rare = new Map(columns.rare);
  return columns.files.split(BETWEEN_FILES).map((file, place) => {
    const fields = rare.get(place);
    const date = dates[place]!;
    const facts: EntryFacts = {
      file,
      slug: file.slice(file.lastIndexOf('/') + 1, -'.md'.length),
      section: words[sections[place]!]!,
      date,
      day: words[days[place]!]!,
      from: fields?.from ?? date,
      expires: fields?.expires ?? null,
      changed: fields?.changed ?? null,
      draft: fields?.draft ?? false,
      topics: topics[place]!.map(word => words[word]!),
      authors: authors[place]!.length === 0 ? NONE : authors[place]!.map(word => words[word]!),
      dossiers: fields?.dossiers ?? NONE,
      flash: fields?.flash ?? null,
      pick: fields?.pick ?? false,
      priority: fields?.priority ?? 0,
      aliases: fields?.aliases ?? NONE,
      id: fields?.id ?? null,
      withdrawn: fields?.withdrawn ?? null,
      translations: fields?.translations ?? NONE,
      comments: fields?.comments ?? 'open',
      media: fields?.media ?? NONE,
      map: fields?.map ?? null,
      links: fields?.links ?? NONE,
      articleHash: hashes[place]!,
    };
    return make(facts);
  });
}
