// An entry as it was read, and what was found of the files that it names, to the whole entry.
import { coverReference, type FoundMedia } from '../../article/article-media.ts';
import type { Entry, ReadEntry } from '../../edition/entry.ts';
import { hashNumber, mix } from '../../hash/hash.ts';
import { factsHash } from '../../media/media-facts.ts';

/** An article changes with the bytes of what it shows, and its card with those of its picture. */
export function withMedia(entry: ReadEntry, media: readonly FoundMedia[]): Entry {
  // Most are text alone: for them nothing is made anew.
  if (entry.media.length === 0) return entry as Entry;
  const { articleHash, cardHash } = entry;
  const hashOfFile = ({ facts }: FoundMedia): string => factsHash(facts);
  const cover = coverReference(media);
  return {
    ...entry,
    media,
    articleHash: mix(articleHash, hashNumber(media.map(hashOfFile).join())),
    cardHash: cover ? mix(cardHash, hashNumber(hashOfFile(cover))) : cardHash,
  };
}
