// Whether an object of a store holds certain bytes, found out with as little as the store needs to be asked.
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { contentTag, isContentTag } from './content-tag.ts';
import type { ListedObject, ObjectBytes, ObjectStore } from './object-store.ts';

/** An entity tag that is the MD5 of the bytes, as that of an object which S3 was given in one piece. */
const MD5_TAG = /^"([0-9a-f]{32})"$/;

/** `bytesHash` is `hashOf` the bytes. Where only reading would tell of a large object, it is taken for another. */
export async function holdsBytes(
  store: ObjectStore,
  { key, size, tag }: ListedObject,
  bytes: ObjectBytes,
  bytesHash: string,
): Promise<boolean> {
  if (tag !== null && isContentTag(tag)) return tag === contentTag(bytesHash);
  if (size !== (bytes instanceof Uint8Array ? bytes.length : statSync(bytes.path).size)) return false;
  const md5 = MD5_TAG.exec(tag ?? '')?.[1];
  if (md5 !== undefined && (await md5Of(bytes)) === md5) return true;
  // The tag of an object that is encrypted, or came in pieces, looks the same.
  return bytes instanceof Uint8Array && ((await store.read(key))?.bytes.equals(bytes) ?? false);
}

async function md5Of(bytes: ObjectBytes): Promise<string> {
  const digest = createHash('md5');
  if (bytes instanceof Uint8Array) digest.update(bytes);
  else await pipeline(createReadStream(bytes.path), digest);
  return digest.digest('hex');
}
