// An entry as it was read, and what was found of the files that it names, to the whole entry.
import { coverReference, type FoundMedia } from '../../article/article-media.ts';
import type { Entry, ReadEntry } from '../../edition/entry.ts';
import { EntryView } from '../../edition/entry-view.ts';
import { hashNumber, mix } from '../../hash/hash.ts';
import { factsHash } from '../../media/media-facts.ts';

/** An article changes with the bytes of what it shows, and its card with those of its picture. */
export function withMedia(entry: ReadEntry, media: readonly FoundMedia[]): Entry {
  // Most are text alone: for them nothing is made anew.
  return entry.media.length === 0 ? (entry as Entry) : new EntryWithMedia(entry, media);
}

class EntryWithMedia extends EntryView implements Entry {
  readonly #media: readonly FoundMedia[];
  readonly #articleHash: number;

  constructor(entry: ReadEntry, media: readonly FoundMedia[]) {
    super(entry);
    this.#media = media;
    this.#articleHash = mix(entry.articleHash, hashNumber(media.map(({ facts }) => factsHash(facts)).join()));
  }

  override get media(): readonly FoundMedia[] {
    return this.#media;
  }

  override get articleHash(): number {
    return this.#articleHash;
  }

  override get cardHash(): number {
    const cover = coverReference(this.#media);
    return cover ? mix(this.seen.cardHash, hashNumber(factsHash(cover.facts))) : this.seen.cardHash;
  }
}
