// Requests about the objects of a bucket, each until it is answered: what there is of them, and what came of it.
import { addAbortSignal, type Readable } from 'node:stream';
import type { PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';
import { storeWords } from '../locale/store-words.ts';
import { isKey } from './object-key.ts';
import { type ObjectStore, type Piece, type StoredObject, StoreError } from './object-store.ts';
import type { BucketTarget } from './read-target.ts';
import { md5Of, type S3Body } from './s3-body.ts';
import { codeOf, isOfBucket, isPassing, isThrottled, statusOf } from './s3-failure.ts';
import { isKeptAs, type KeptFields } from './s3-headers.ts';
import type { Attempt, S3Requests } from './s3-requests.ts';

type Sdk = typeof import('@aws-sdk/client-s3');
type Headed = { readonly fields: KeptFields };
type Found = { readonly bytes: Buffer; readonly tag: string };

export type PutFields = Omit<PutObjectCommandInput, 'Bucket' | 'Key' | 'Body'>;

export interface S3Objects extends Pick<ObjectStore, 'read' | 'readPiece' | 'look' | 'list'> {
  /** null: the condition among the fields does not hold. */
  send(key: string, body: S3Body, fields: PutFields): Promise<string | null>;
  /** As of `KeptHeaders`. */
  areKeptAs(key: string, fields: KeptFields): Promise<boolean | null>;
  /** Copies an object to where it is, with these fields. As `KeptHeaders.replace`. */
  copyInPlace(key: string, tag: string | null, fields: PutFields): Promise<string | null>;
  /** No more of them than one request takes (`REMOVED_AT_ONCE`). */
  remove(keys: readonly string[]): Promise<void>;
}

/** Amazon S3, `DeleteObjects`. */
export const REMOVED_AT_ONCE = 1_000;

export function s3Objects(
  sdk: Sdk,
  client: S3Client,
  requests: S3Requests,
  { place, bucket: Bucket, prefix }: BucketTarget,
): S3Objects {
  const within = prefix === '' ? '' : `${prefix}/`;
  const at = (key: string) => ({ Bucket, Key: within + key });

  const notOfBucket = () => new StoreError('other', place, storeWords.details.notOfBucket('200'));

  /** Every store gives one to every object. */
  const tagIn = ({ ETag }: { readonly ETag?: string | undefined }): string => {
    if (ETag) return quoted(ETag);
    throw notOfBucket();
  };

  /** Once it has answered for an object, 404 means that an object is missing, and not the bucket. */
  let isThere = false;

  /** RFC 9110, § 14: a store may give the whole object instead, and says 416 to a piece behind its end. */
  const getPiece = async (key: string, piece: Piece, attempt: Attempt): Promise<Buffer | null> => {
    try {
      const found = await get(key, attempt, `bytes=${piece.at}-${piece.at + piece.length - 1}`);
      if (found === null) return null;
      const begin = found.isPiece ? 0 : piece.at;
      return found.bytes.subarray(begin, begin + piece.length);
    } catch (error) {
      if (statusOf(error) === 416) return Buffer.alloc(0);
      throw error;
    }
  };

  const get = async (
    key: string,
    { signal, expect }: Attempt,
    Range?: string,
  ): Promise<(Found & { readonly isPiece: boolean }) | null> => {
    try {
      const command = new sdk.GetObjectCommand({ ...at(key), ...(Range !== undefined && { Range }) });
      const answer = await client.send(command, { abortSignal: signal });
      expect(answer.ContentLength ?? 0);
      const bytes = await wholeOf(answer.Body as Readable, signal);
      if (bytes.length !== (answer.ContentLength ?? bytes.length))
        throw new Error(storeWords.details.cutShort(key));
      const tag = tagIn(answer);
      isThere = true;
      return { bytes, tag, isPiece: answer.ContentRange !== undefined };
    } catch (error) {
      if (!isMissing(error)) throw error;
      isThere = true;
      return null;
    }
  };

  const head = async (key: string, attempt: Attempt): Promise<(StoredObject & Headed) | null> => {
    try {
      const command = new sdk.HeadObjectCommand(at(key));
      const answer = await client.send(command, { abortSignal: attempt.signal });
      const tag = tagIn(answer);
      isThere = true;
      const { ContentLength: size = 0, LastModified } = answer;
      return { key, size, tag, written: LastModified?.getTime() ?? 0, fields: answer };
    } catch (error) {
      const status = statusOf(error);
      if (status === 404 && isThere) return null;
      if (status === null || status < 300 || status === 429 || status >= 500) throw error;
      // An answer to HEAD has no words: GET says what is missing, or why it is refused.
      if ((await get(key, attempt)) === null) return null;
      throw new Error(storeWords.details.changedMeanwhile(key));
    }
  };

  const send = (key: string, body: S3Body, fields: PutFields): Promise<string | null> => {
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
        const tag = tagIn(await client.send(command, { abortSignal: attempt.signal }));
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

  const areKeptAs = (key: string, fields: KeptFields): Promise<boolean | null> =>
    requests.run(async attempt => {
      const found = await head(key, attempt);
      return found && isKeptAs(found.fields, fields);
    });

  /** Amazon S3, « CopyObject »: with REPLACE the copy has what the request says, and nothing of what was kept. */
  const copyInPlace = (key: string, tag: string | null, fields: PutFields): Promise<string | null> =>
    requests.run(async ({ signal }) => {
      const { Key } = at(key);
      try {
        const command = new sdk.CopyObjectCommand({
          ...at(key),
          ...fields,
          CopySource: `${Bucket}/${Key.split('/').map(encodeURIComponent).join('/')}`,
          MetadataDirective: 'REPLACE',
          ...(tag !== null && { CopySourceIfMatch: tag }),
        });
        const { CopyObjectResult } = await client.send(command, { abortSignal: signal });
        return tagIn(CopyObjectResult ?? {});
      } catch (error) {
        if (isMissing(error) || statusOf(error) === 412) return null;
        throw error;
      }
    });

  const remove = (keys: readonly string[]): Promise<void> => {
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
    async read(key) {
      const found = await requests.run(attempt => get(key, attempt));
      return found && { bytes: found.bytes, tag: found.tag };
    },
    readPiece: (key, piece) => requests.run(attempt => getPiece(key, piece, attempt)),
    async look(key) {
      const found = await requests.run(attempt => head(key, attempt));
      if (found === null) return null;
      const { fields: _, ...object } = found;
      return object;
    },
    send,
    areKeptAs,
    copyInPlace,
    remove,
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
  };
}

/** Whatever it calls it, but for a bucket that is missing. */
function isMissing(error: unknown): boolean {
  return statusOf(error) === 404 && isOfBucket(error) && codeOf(error) !== 'NoSuchBucket';
}

/** Some stores leave the quotes out, in lists or everywhere. */
export function quoted(tag: string): string {
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
