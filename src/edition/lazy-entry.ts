// Entries whose hashes are brought when somebody asks for them.
import type { EntryFacts, EntryHashes, ReadEntry } from './entry.ts';

/**
 * A class, so that 100,000 of them share their getters. Its fields are copied by `{ ...entry }`, its hashes are not: `withFields` copies
 * all of it.
 */
export class LazyEntry implements ReadEntry {
  readonly file: EntryFacts['file'];
  readonly slug: EntryFacts['slug'];
  readonly section: EntryFacts['section'];
  readonly date: EntryFacts['date'];
  readonly day: EntryFacts['day'];
  readonly from: EntryFacts['from'];
  readonly expires: EntryFacts['expires'];
  readonly changed: EntryFacts['changed'];
  readonly draft: EntryFacts['draft'];
  readonly authors: EntryFacts['authors'];
  readonly topics: EntryFacts['topics'];
  readonly dossiers: EntryFacts['dossiers'];
  readonly flash: EntryFacts['flash'];
  readonly pick: EntryFacts['pick'];
  readonly priority: EntryFacts['priority'];
  readonly aliases: EntryFacts['aliases'];
  readonly id: EntryFacts['id'];
  readonly withdrawn: EntryFacts['withdrawn'];
  readonly translations: EntryFacts['translations'];
  readonly comments: EntryFacts['comments'];
  readonly media: EntryFacts['media'];
  readonly map: EntryFacts['map'];
  readonly links: EntryFacts['links'];
  readonly articleHash: EntryFacts['articleHash'];
  readonly #hashes: (file: string) => EntryHashes;

  /** @param hashesOf is asked each time. */
  constructor(facts: EntryFacts, hashesOf: (file: string) => EntryHashes) {
    this.file = facts.file;
    this.slug = facts.slug;
    this.section = facts.section;
    this.date = facts.date;
    this.day = facts.day;
    this.from = facts.from;
    this.expires = facts.expires;
    this.changed = facts.changed;
    this.draft = facts.draft;
    this.authors = facts.authors;
    this.topics = facts.topics;
    this.dossiers = facts.dossiers;
    this.flash = facts.flash;
    this.pick = facts.pick;
    this.priority = facts.priority;
    this.aliases = facts.aliases;
    this.id = facts.id;
    this.withdrawn = facts.withdrawn;
    this.translations = facts.translations;
    this.comments = facts.comments;
    this.media = facts.media;
    this.map = facts.map;
    this.links = facts.links;
    this.articleHash = facts.articleHash;
    this.#hashes = hashesOf;
  }

  get cardHash(): number {
    return this.#hashes(this.file).cardHash;
  }

  get linkHash(): number {
    return this.#hashes(this.file).linkHash;
  }

  get addressHash(): number {
    return this.#hashes(this.file).addressHash;
  }

  get bodyHash(): number {
    return this.#hashes(this.file).bodyHash;
  }

  /** What is kept of it as a text is whole. */
  toJSON(): ReadEntry {
    return withFields<ReadEntry, object>(this, {});
  }
}

/** A plain entry with some fields of its own; the hashes of the others are brought now. */
export function withFields<Of extends ReadEntry, Fields extends object>(
  entry: Of,
  fields: Fields,
): Of & Fields {
  const { cardHash, linkHash, addressHash, bodyHash } = entry;
  return { ...entry, cardHash, linkHash, addressHash, bodyHash, ...fields };
}
