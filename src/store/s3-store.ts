// A bucket of Amazon S3, or of a store that speaks as it does, as a store of objects.

import { randomUUID } from 'node:crypto';
import { checkKey } from './object-key.ts';
import {
  type KeptHeaders,
  type ObjectBytes,
  type ObjectHeaders,
  type ObjectStore,
  type PutCondition,
  STORE_FOLDER,
  StoreError,
} from './object-store.ts';
import type { BucketTarget } from './read-target.ts';
import { type S3Body, s3Body } from './s3-body.ts';
import { openS3Client } from './s3-client.ts';
import { s3Headers, s3Redirect } from './s3-headers.ts';
import { type PutFields, REMOVED_AT_ONCE, type S3Objects, s3Objects } from './s3-objects.ts';
import { type S3Pace, s3Requests, USUAL_PACE } from './s3-requests.ts';

/** It stays, so that a store which heeds conditions has nothing to write the next time. */
const PROBE = `${STORE_FOLDER}/probe`;

/** No version has this one: it is no sum of anything that we put under that key. */
const NO_TAG = '"00000000000000000000000000000000"';

/** The SDK is loaded only here. */
export async function openS3Store(
  target: BucketTarget,
  pace: S3Pace = USUAL_PACE,
  onRetry: (reason: Error) => void = () => {},
): Promise<ObjectStore> {
  const sdk = await import('@aws-sdk/client-s3');
  const client = await openS3Client(sdk, target, pace.atOnce);
  const requests = s3Requests(target.place, client, { ...pace, retries: { ...pace.retries, onRetry } });
  return s3Store(target.place, s3Objects(sdk, client, requests, target), requests.close);
}

function s3Store(place: string, objects: S3Objects, close: () => void): ObjectStore {
  let tried: Promise<boolean> | null = null;
  const hasConditions = (): Promise<boolean> => {
    tried ??= tryConditions(objects).catch(error => {
      tried = null;
      throw error;
    });
    return tried;
  };

  /** Some stores refuse what they can't keep: readers get the page that leads on, as where it is kept and not heeded. */
  let keepsRedirects = true;
  const asKept = async (
    { redirectTo, ...others }: ObjectHeaders,
    send: (fields: PutFields) => Promise<string | null>,
  ): Promise<string | null> => {
    const plain = s3Headers(others);
    if (redirectTo === undefined || !keepsRedirects) return send(plain);
    try {
      return await send({ ...plain, ...s3Redirect(redirectTo) });
    } catch (error) {
      if (!(error instanceof StoreError && error.failure === 'other')) throw error;
      const tag = await send(plain);
      keepsRedirects = false;
      return tag;
    }
  };
  const sendWith = (
    headers: ObjectHeaders,
    key: string,
    body: S3Body,
    condition: Conditions,
  ): Promise<string | null> =>
    asKept(headers, fields => objects.send(key, body, { ...fields, ...condition }));

  /** Where a store can't copy an object onto itself, its bytes are fetched and put again. */
  let canCopy = true;
  const replaceHeaders: KeptHeaders['replace'] = async (key, headers, tag) => {
    if (canCopy)
      try {
        return await asKept(headers, fields => objects.copyInPlace(key, tag, fields));
      } catch (error) {
        if (!(error instanceof StoreError && error.failure === 'other')) throw error;
        canCopy = false;
      }
    const found = await objects.read(key);
    if (found === null || (tag !== null && found.tag !== tag)) return null;
    return put(key, found.bytes, headers, { ifTag: found.tag });
  };

  const put = async (
    key: string,
    bytes: ObjectBytes,
    headers: ObjectHeaders,
    condition?: PutCondition,
  ): Promise<string | null> => {
    if (condition === undefined) return sendWith(headers, key, await s3Body(bytes), {});
    if (await hasConditions()) return sendWith(headers, key, await s3Body(bytes), asFields(condition));
    const standing = await objects.look(key);
    const holds = 'ifTag' in condition ? standing?.tag === condition.ifTag : standing === null;
    return holds ? sendWith(headers, key, await s3Body(bytes), {}) : null;
  };

  return {
    place,
    takesFiles: false,
    hasConditions,
    async read(key) {
      checkKey(place, key);
      return objects.read(key);
    },
    async readPiece(key, piece) {
      checkKey(place, key);
      return objects.readPiece(key, piece);
    },
    async look(key) {
      checkKey(place, key);
      return objects.look(key);
    },
    async put(key, bytes, headers, condition) {
      checkKey(place, key);
      return put(key, bytes, headers, condition);
    },
    async remove(keys) {
      for (const key of keys) checkKey(place, key);
      const parts: Promise<void>[] = [];
      for (let first = 0; first < keys.length; first += REMOVED_AT_ONCE)
        parts.push(objects.remove(keys.slice(first, first + REMOVED_AT_ONCE)));
      await Promise.all(parts);
    },
    list: objects.list,
    keptHeaders: {
      async areAs(key, { redirectTo: _, ...headers }) {
        checkKey(place, key);
        return objects.areKeptAs(key, s3Headers(headers));
      },
      async replace(key, headers, tag) {
        checkKey(place, key);
        return replaceHeaders(key, headers, tag);
      },
    },
    async close() {
      close();
    },
  };
}

type Conditions = Pick<PutFields, 'IfMatch' | 'IfNoneMatch'>;

function asFields(condition: PutCondition): Conditions {
  return 'ifTag' in condition ? { IfMatch: condition.ifTag } : { IfNoneMatch: '*' };
}

/** Whether the store heeds conditions: the same object, twice where nothing may be, and where another version would have to be. */
async function tryConditions(objects: S3Objects): Promise<boolean> {
  const isTaken = async (condition: Conditions): Promise<boolean> => {
    const body = await s3Body(Buffer.from(randomUUID()));
    try {
      return (await objects.send(PROBE, body, { ContentType: 'text/plain', ...condition })) !== null;
    } catch (error) {
      // « Not implemented » is an honest answer.
      if (error instanceof StoreError && error.failure === 'other') return true;
      throw error;
    }
  };
  const isNew = { IfNoneMatch: '*' };
  if ((await isTaken(isNew)) && (await isTaken(isNew))) return false;
  return !(await isTaken({ IfMatch: NO_TAG }));
}
