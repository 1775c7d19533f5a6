// A bucket of Amazon S3, or of a store that speaks as it does, as a store of objects.

import { randomUUID } from 'node:crypto';
import { addAbortSignal, type Readable } from 'node:stream';
import type { PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';
import { storeWords } from '../locale/store-words.ts';
import { checkKey, isKey } from './object-key.ts';
import {
  type ObjectBytes,
  type ObjectHeaders,
  type ObjectStore,
  type PutCondition,
  STORE_FOLDER,
  type StoredObject,
  StoreError,
} from './object-store.ts';
import type { BucketTarget } from './read-target.ts';
import { md5Of, type S3Body, s3Body } from './s3-body.ts';
import { openS3Client } from './s3-client.ts';
import { codeOf, isOfBucket, isPassing, isThrottled, statusOf } from './s3-failure.ts';
import { s3Headers, s3Redirect } from './s3-headers.ts';
import { type Attempt, type S3Pace, type S3Requests, s3Requests, USUAL_PACE } from './s3-requests.ts';

type Sdk = typeof import('@aws-sdk/client-s3');
type Found = { readonly bytes: Buffer; readonly tag: string };

/** Removed by one request (Amazon S3, `DeleteObjects`). */
const REMOVED_AT_ONCE = 1_000;

/** It stays, so that a store which heeds conditions has nothing to write the next time. */
const PROBE = `${STORE_FOLDER}/probe`;

/** No version has this one: it is no sum of anything that we put under that key. */
const NO_TAG = '"00000000000000000000000000000000"';

/** The SDK is loaded only here. */
export async function openS3Store(target: BucketTarget, pace: S3Pace = USUAL_PACE): Promise<ObjectStore> {
  const sdk = await import('@aws-sdk/client-s3');
  const client = await openS3Client(sdk, target, pace.atOnce);
  return s3Store(sdk, client, s3Requests(target.place, client, pace), target);
}

function s3Store(
  sdk: Sdk,
  client: S3Client,
  requests: S3Requests,
  { place, bucket: Bucket, prefix }: BucketTarget,
): ObjectStore {
  const within = prefix === '' ? '' : `${prefix}/`;
  const at = (key: string) => ({ Bucket, Key: within + key });

  const notOfBucket = () => new StoreError('other', place, storeWords.details.notOfBucket('200'));

  /** Every store gives one to every object. */
  const tagOf = ({ ETag }: { readonly ETag?: string | undefined }): string => {
    if (ETag) return quoted(ETag);
    throw notOfBucket();
  };

  /** Once it has answered for an object, 404 means that an object is missing, and not the bucket. */
  let isThere = false;

  const get = async (key: string, { signal, expect }: Attempt): Promise<Found | null> => {
    try {
      const answer = await client.send(new sdk.GetObjectCommand(at(key)), { abortSignal: signal });
      expect(answer.ContentLength ?? 0);
      const bytes = await wholeOf(answer.Body as Readable, signal);
      if (bytes.length !== (answer.ContentLength ?? bytes.length))
        throw new Error(storeWords.details.cutShort(key));
      const tag = tagOf(answer);
      isThere = true;
      return { bytes, tag };
    } catch (error) {
      if (!isMissing(error)) throw error;
      isThere = true;
      return null;
    }
  };

  const head = async (key: string, attempt: Attempt): Promise<StoredObject | null> => {
    try {
      const command = new sdk.HeadObjectCommand(at(key));
      const answer = await client.send(command, { abortSignal: attempt.signal });
      const tag = tagOf(answer);
      isThere = true;
      const { ContentLength: size = 0, LastModified } = answer;
      return { key, size, tag, written: LastModified?.getTime() ?? 0 };
    } catch (error) {
      const status = statusOf(error);
      if (status === 404 && isThere) return null;
      if (status === null || status < 300 || status === 429 || status >= 500) throw error;
      // An answer to HEAD has no words: GET says what is missing, or why it is refused.
      if ((await get(key, attempt)) === null) return null;
      throw new Error(storeWords.details.changedMeanwhile(key));
    }
  };

  const read = (key: string) => requests.run(attempt => get(key, attempt));
  const look = (key: string) => requests.run(attempt => head(key, attempt));

  /** null: the condition does not hold. */
  const send = (
    key: string,
    body: S3Body,
    fields: Omit<PutObjectCommandInput, 'Bucket' | 'Key'>,
  ): Promise<string | null> => {
    const isConditional = fields.IfMatch !== undefined || fields.IfNoneMatch !== undefined;
    /** Whether an earlier try may have been done, and only its answer lost. */
    let mayBeDone = false;
    return requests.run(async attempt => {
      attempt.expect(body.size);
      const bytes = body.open();
      if (!(bytes instanceof Uint8Array)) bytes.on('error', attempt.fail);
      try {
        const command = new sdk.PutObjectCommand({
          ...at(key),
          ...fields,
          Body: bytes,
          ContentLength: body.size,
          ContentMD5: body.md5.toString('base64'),
        });
        const tag = tagOf(await client.send(command, { abortSignal: attempt.signal }));
        isThere = true;
        return tag;
      } catch (error) {
        if (!isConditional || !isUnmet(error)) {
          mayBeDone ||= !isThrottled(error) && (statusOf(error) ?? 500) >= 500;
          throw error;
        }
        // That try may be what stands in the way of this one.
        const standing = mayBeDone ? await get(key, attempt) : null;
        return standing && md5Of(standing.bytes).equals(body.md5) ? standing.tag : null;
      } finally {
        if (!(bytes instanceof Uint8Array)) bytes.destroy();
      }
    });
  };

  /** Whether the store heeds conditions: the same object, twice where nothing may be, and where another version would have to be. */
  const tryConditions = async (): Promise<boolean> => {
    const isTaken = async (condition: Conditions): Promise<boolean> => {
      const body = await s3Body(Buffer.from(randomUUID()));
      try {
        return (await send(PROBE, body, { ContentType: 'text/plain', ...condition })) !== null;
      } catch (error) {
        // « Not implemented » is an honest answer.
        if (error instanceof StoreError && error.failure === 'other') return true;
        throw error;
      }
    };
    const isNew = { IfNoneMatch: '*' };
    if ((await isTaken(isNew)) && (await isTaken(isNew))) return false;
    return !(await isTaken({ IfMatch: NO_TAG }));
  };

  let tried: Promise<boolean> | null = null;
  const hasConditions = (): Promise<boolean> => {
    tried ??= tryConditions().catch(error => {
      tried = null;
      throw error;
    });
    return tried;
  };

  /** Some stores refuse what they can't keep: readers get the page that leads on, as where it is kept and not heeded. */
  let keepsRedirects = true;
  const sendWith = async (
    { redirectTo, ...others }: ObjectHeaders,
    key: string,
    body: S3Body,
    condition: Conditions,
  ): Promise<string | null> => {
    const plain = { ...s3Headers(others), ...condition };
    if (redirectTo === undefined || !keepsRedirects) return send(key, body, plain);
    try {
      return await send(key, body, { ...plain, ...s3Redirect(redirectTo) });
    } catch (error) {
      if (!(error instanceof StoreError && error.failure === 'other')) throw error;
      const tag = await send(key, body, plain);
      keepsRedirects = false;
      return tag;
    }
  };

  const put = async (
    key: string,
    bytes: ObjectBytes,
    headers: ObjectHeaders,
    condition?: PutCondition,
  ): Promise<string | null> => {
    if (condition === undefined) return sendWith(headers, key, await s3Body(bytes), {});
    if (await hasConditions()) return sendWith(headers, key, await s3Body(bytes), asFields(condition));
    const standing = await look(key);
    const holds = 'ifTag' in condition ? standing?.tag === condition.ifTag : standing === null;
    return holds ? sendWith(headers, key, await s3Body(bytes), {}) : null;
  };

  const removeSome = (keys: readonly string[]): Promise<void> => {
    let left = keys.map(key => at(key).Key);
    return requests.run(async ({ signal }) => {
      const command = new sdk.DeleteObjectsCommand({
        Bucket,
        Delete: { Objects: left.map(Key => ({ Key })), Quiet: true },
      });
      const { Errors = [] } = await client.send(command, { abortSignal: signal });
      const failed = Errors.filter(({ Code }) => Code !== 'NoSuchKey');
      if (failed.length === 0) return;
      // The others are removed.
      left = failed.flatMap(({ Key = '' }) => Key);
      const [{ Code = 'UnknownError', Key = '', Message = '' } = {}] = failed;
      throw Object.assign(new Error(`${Key} ${Message}`.trim()), {
        Code,
        $metadata: { httpStatusCode: 400 },
      });
    });
  };

  return {
    place,
    hasConditions,
    async read(key) {
      checkKey(place, key);
      return read(key);
    },
    async look(key) {
      checkKey(place, key);
      return look(key);
    },
    async put(key, bytes, headers, condition) {
      checkKey(place, key);
      return put(key, bytes, headers, condition);
    },
    async remove(keys) {
      for (const key of keys) checkKey(place, key);
      const parts: Promise<void>[] = [];
      for (let first = 0; first < keys.length; first += REMOVED_AT_ONCE)
        parts.push(removeSome(keys.slice(first, first + REMOVED_AT_ONCE)));
      await Promise.all(parts);
    },
    async *list(begin) {
      let ContinuationToken: string | undefined;
      do {
        const input = { Bucket, Prefix: within + begin, ContinuationToken };
        const page = await requests.run(({ signal }) =>
          client.send(new sdk.ListObjectsV2Command(input), { abortSignal: signal }),
        );
        if (page.Name === undefined) throw notOfBucket();
        for (const { Key = '', Size = 0, ETag, LastModified } of page.Contents ?? []) {
          const key = Key.slice(within.length);
          // What is no key was put there by somebody else, and can't be asked for.
          if (isKey(key))
            yield { key, size: Size, tag: ETag ? quoted(ETag) : null, written: LastModified?.getTime() ?? 0 };
        }
        ContinuationToken = page.IsTruncated ? page.NextContinuationToken : undefined;
      } while (ContinuationToken !== undefined);
    },
    async close() {
      requests.close();
    },
  };
}

type Conditions = Pick<PutObjectCommandInput, 'IfMatch' | 'IfNoneMatch'>;

function asFields(condition: PutCondition): Conditions {
  return 'ifTag' in condition ? { IfMatch: condition.ifTag } : { IfNoneMatch: '*' };
}

/** Whatever it calls it, but for a bucket that is missing. */
function isMissing(error: unknown): boolean {
  return statusOf(error) === 404 && isOfBucket(error) && codeOf(error) !== 'NoSuchBucket';
}

/** Some stores leave the quotes out, in lists or everywhere. */
function quoted(tag: string): string {
  return tag.endsWith('"') ? tag : `"${tag}"`;
}

/** Of a version that is asked for where there is none Amazon says that there is none; 412 is the usual answer, and 409 that of some. */
function isUnmet(error: unknown): boolean {
  return statusOf(error) === 412 || isMissing(error) || (statusOf(error) === 409 && !isPassing(error));
}

/** A body that stops short is an error, and one that stands still ends by the signal. */
async function wholeOf(body: Readable, signal: AbortSignal): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of addAbortSignal(signal, body)) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
