// Files to the buckets of a table by their shelves, so that a shelf on which nothing changed is passed over, and of one that changed no other is read.
import { crc32 } from 'node:zlib';
import { levelOfShelf, shelfOf } from '../reading/shelves.ts';

/** By the level of a shelf into how many buckets its files go: the higher it is, the more files may be on it. A change writes one of them anew. */
const DIVISIONS = [256, 16, 1];

/**
 * A bucket's number is made of a month, if the shelf is called after one, a division and a hash of the shelf (8 and 30 bits). Buckets travel in the order of
 * their numbers, several together: who asks for the newest months is to get no others.
 */
const DIVISION = 2 ** 30;
const MONTH = 2 ** 38;

/** Of `articles/2014/05`, `articles/2014-05` or `articles/2014`. */
const MONTH_OF_SHELF = /\b([12]\d{3})(?:\D?(\d{2}))?\b/;

/** Files come shelf by shelf. */
let latest = bucketsFrom('');

function bucketsFrom(shelf: string): { shelf: string; first: number; divisions: number } {
  const [, year = '0', month = '00'] = MONTH_OF_SHELF.exec(shelf) ?? [];
  const first = MONTH * (12 * Number(year) + Math.min(Number(month), 12)) + (crc32(shelf) >>> 2);
  return { shelf, first, divisions: DIVISIONS[levelOfShelf(shelf)]! };
}

function bucketsOf(shelf: string): typeof latest {
  if (latest.shelf !== shelf) latest = bucketsFrom(shelf);
  return latest;
}

export function bucketOfFile(file: string): number {
  const { first, divisions } = bucketsOf(shelfOf(file));
  return divisions === 1 ? first : first + DIVISION * (crc32(file) % divisions);
}

/** All buckets in which files of a shelf may be. */
export function bucketsOfShelf(shelf: string): readonly number[] {
  const { first, divisions } = bucketsOf(shelf);
  return Array.from({ length: divisions }, (_, division) => first + DIVISION * division);
}
