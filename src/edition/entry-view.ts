// An entry that is another one, but for the fields that a kind of view gives itself.
import type { ReadEntry } from './entry.ts';
import { plainEntry } from './plain-entry.ts';

/** A class, so that 100,000 of them share their getters: a copy of each would be made at every build, and most fields of most are never asked for. */
export class EntryView implements ReadEntry {
  protected readonly seen: ReadEntry;

  constructor(seen: ReadEntry) {
    this.seen = seen;
  }

  get file(): ReadEntry['file'] {
    return this.seen.file;
  }
  get folder(): ReadEntry['folder'] {
    return this.seen.folder;
  }
  get slug(): ReadEntry['slug'] {
    return this.seen.slug;
  }
  get section(): ReadEntry['section'] {
    return this.seen.section;
  }
  get date(): ReadEntry['date'] {
    return this.seen.date;
  }
  get day(): ReadEntry['day'] {
    return this.seen.day;
  }
  get from(): ReadEntry['from'] {
    return this.seen.from;
  }
  get expires(): ReadEntry['expires'] {
    return this.seen.expires;
  }
  get changed(): ReadEntry['changed'] {
    return this.seen.changed;
  }
  get draft(): ReadEntry['draft'] {
    return this.seen.draft;
  }
  get authors(): ReadEntry['authors'] {
    return this.seen.authors;
  }
  get topics(): ReadEntry['topics'] {
    return this.seen.topics;
  }
  get dossiers(): ReadEntry['dossiers'] {
    return this.seen.dossiers;
  }
  get flash(): ReadEntry['flash'] {
    return this.seen.flash;
  }
  get pick(): ReadEntry['pick'] {
    return this.seen.pick;
  }
  get priority(): ReadEntry['priority'] {
    return this.seen.priority;
  }
  get aliases(): ReadEntry['aliases'] {
    return this.seen.aliases;
  }
  get id(): ReadEntry['id'] {
    return this.seen.id;
  }
  get withdrawn(): ReadEntry['withdrawn'] {
    return this.seen.withdrawn;
  }
  get translations(): ReadEntry['translations'] {
    return this.seen.translations;
  }
  get comments(): ReadEntry['comments'] {
    return this.seen.comments;
  }
  get media(): ReadEntry['media'] {
    return this.seen.media;
  }
  get map(): ReadEntry['map'] {
    return this.seen.map;
  }
  get links(): ReadEntry['links'] {
    return this.seen.links;
  }
  get articleHash(): ReadEntry['articleHash'] {
    return this.seen.articleHash;
  }
  get cardHash(): ReadEntry['cardHash'] {
    return this.seen.cardHash;
  }
  get linkHash(): ReadEntry['linkHash'] {
    return this.seen.linkHash;
  }
  get addressHash(): ReadEntry['addressHash'] {
    return this.seen.addressHash;
  }
  get bodyHash(): ReadEntry['bodyHash'] {
    return this.seen.bodyHash;
  }

  /** What is kept of it as a text is whole. */
  toJSON(): ReadEntry {
    return plainEntry(this);
  }
}
