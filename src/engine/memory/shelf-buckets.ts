// Files to the buckets of a table by their shelves, so that a shelf on which nothing changed is passed over, and of one that changed no other is read.
import { crc32 } from 'node:zlib';
import { levelOfShelf, shelfOf } from '../reading/shelves.ts';

/** By the level of a shelf into how many buckets its files go: the higher it is, the more files may be on it. A change writes one of them anew. */
const DIVISIONS = [256, 16, 1];

/** Numbers of the hash by which shelves are told apart are below. */
const SHELVES = 2 ** 32;

/** Files come shelf by shelf. */
let latest = { shelf: '', first: crc32(''), divisions: DIVISIONS[0]! };

function bucketsFrom(shelf: string): typeof latest {
  if (latest.shelf !== shelf)
    latest = { shelf, first: crc32(shelf), divisions: DIVISIONS[levelOfShelf(shelf)]! };
  return latest;
}

export function bucketOfFile(file: string): number {
  const { first, divisions } = bucketsFrom(shelfOf(file));
  return divisions === 1 ? first : first + SHELVES * (crc32(file) % divisions);
}

/** All buckets in which files of a shelf may be. */
export function bucketsOfShelf(shelf: string): readonly number[] {
  const { first, divisions } = bucketsFrom(shelf);
  return Array.from({ length: divisions }, (_, division) => first + SHELVES * division);
}
