// A request that was signed (AWS Signature Version 4, in its header) to whether the signature is that of its key.
import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface KeyPair {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What a store answers: a code of Amazon S3's. */
export type Refusal =
  | 'AccessDenied'
  | 'InvalidAccessKeyId'
  | 'SignatureDoesNotMatch'
  | 'RequestTimeTooSkewed'
  | 'XAmzContentSHA256Mismatch'
  | 'NotImplemented';

/** Amazon's own, in ms. */
const SKEW_ALLOWED = 15 * 60 * 1000;

const ALGORITHM = 'AWS4-HMAC-SHA256';

/** null: it is as it has to be. `now` is the store's clock, in ms. */
export function refusalOf(
  request: IncomingMessage,
  body: Buffer,
  { accessKeyId, secretAccessKey }: KeyPair,
  now: number,
): Refusal | null {
  const { authorization = '' } = request.headers;
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  if (!parts) return 'AccessDenied';
  const [, key = '', day = '', region = '', signedHeaders = '', signature = ''] = parts;
  if (key !== accessKeyId) return 'InvalidAccessKeyId';
  const sent = headerOf(request, 'x-amz-date');
  const [, ...time] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(sent) ?? [];
  const [year = 0, month = 0, ...rest] = time.map(Number);
  const instant = Date.UTC(year, month - 1, ...(rest as [number, number, number, number]));
  if (!(Math.abs(now - instant) <= SKEW_ALLOWED)) return 'RequestTimeTooSkewed';
  if (!sent.startsWith(day)) return 'SignatureDoesNotMatch';
  const names = signedHeaders.split(';');
  // What says where the bytes go, and what they are, must be in what is signed.
  for (const name of ['host', 'x-amz-content-sha256', 'x-amz-date'])
    if (!names.includes(name)) return 'SignatureDoesNotMatch';
  const sum = headerOf(request, 'x-amz-content-sha256');
  if (sum.startsWith('STREAMING-')) return 'NotImplemented';
  if (sum !== 'UNSIGNED-PAYLOAD' && sum !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const canonical = canonicalRequest(request, names, sum);
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = [ALGORITHM, sent, scope, sha256(canonical)].join('\n');
  const signing = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    hmac,
    Buffer.from(`AWS4${secretAccessKey}`),
  );
  return hmac(signing, text).toString('hex') === signature ? null : 'SignatureDoesNotMatch';
}

function canonicalRequest(request: IncomingMessage, names: readonly string[], sum: string): string {
  const [path = '', query = ''] = request.url!.split('?');
  const fields =
    query === '' ? [] : query.split('&').map(field => (field.includes('=') ? field : `${field}=`));
  const headers = names.map(name => `${name}:${headerOf(request, name).trim().replace(/ +/g, ' ')}\n`);
  return [request.method, path, fields.sort().join('&'), headers.join(''), names.join(';'), sum].join('\n');
}

function headerOf(request: IncomingMessage, name: string): string {
  return String(request.headers[name] ?? '');
}

function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
