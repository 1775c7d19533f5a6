// Which texts are keys of objects: those that are a file's path as well, in every store.
import { storeWords } from '../locale/store-words.ts';
import { STORE_FOLDER, StoreError } from './object-store.ts';

/** In bytes of UTF-8, of a key in S3 with its prefix. */
const LONGEST = 1_024;

/** Of one name in a path, on all usual file systems. */
const LONGEST_NAME = 255;

/** Throws a `StoreError` for a key that would leave the place, would be another key elsewhere, or is the store's own. */
export function checkKey(place: string, key: string): void {
  if (!isKey(key)) throw new StoreError('other', place, storeWords.details.noKey(key));
}

export function isKey(key: string): boolean {
  if (/[\p{Cc}\\]/u.test(key) || !key.isWellFormed() || Buffer.byteLength(key) > LONGEST) return false;
  if (isOwn(key)) return false;
  return key
    .split('/')
    .every(name => name !== '' && name !== '.' && name !== '..' && Buffer.byteLength(name) <= LONGEST_NAME);
}

/** Whether the store keeps it for itself. */
export function isOwn(key: string): boolean {
  return key === STORE_FOLDER || key.startsWith(`${STORE_FOLDER}/`);
}

/** The order of keys in every list: by their UTF-8 bytes. */
export function byBytes(a: string, b: string): number {
  // UTF-16 has another order from U+D800 on only.
  if (!/[\ud800-\uffff]/.test(a) || !/[\ud800-\uffff]/.test(b)) return a < b ? -1 : a > b ? 1 : 0;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
