// An entry as it was read, and what was found of the files that it names, to the whole entry.
import { coverReference, type FoundMedia } from '../../article/article-media.ts';
import type { Entry, EntryHashes, ReadEntry } from '../../edition/entry.ts';
import { LazyEntry } from '../../edition/lazy-entry.ts';
import { hashNumber, mix } from '../../hash/hash.ts';
import { factsHash } from '../../media/media-facts.ts';

/** An article changes with the bytes of what it shows, and its card with those of its picture. */
export function withMedia(entry: ReadEntry, media: readonly FoundMedia[]): Entry {
  // Most are text alone: for them nothing is made anew.
  if (entry.media.length === 0) return entry as Entry;
  const ofFiles = hashNumber(media.map(({ facts }) => factsHash(facts)).join());
  const cover = coverReference(media);
  const ofCover = cover ? hashNumber(factsHash(cover.facts)) : null;
  const hashes = (): EntryHashes => {
    const { cardHash, linkHash, addressHash, bodyHash } = entry;
    return {
      cardHash: ofCover === null ? cardHash : mix(cardHash, ofCover),
      linkHash,
      addressHash,
      bodyHash,
    };
  };
  return new LazyEntry(
    { ...entry, media, articleHash: mix(entry.articleHash, ofFiles) },
    hashes,
  ) as LazyEntry & Pick<Entry, 'media'>;
}
